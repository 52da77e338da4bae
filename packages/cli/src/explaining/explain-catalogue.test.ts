import type { RunReport } from "@irsa-sim/core";
import { type Answers, createExplainer, indexRuns } from "@irsa-sim/explain";
import { beforeAll, describe, expect, test } from "vitest";
import { playCatalogue } from "./play-for-index.js";

let refused: readonly { readonly report: RunReport; readonly texts: readonly string[] }[] = [];
let explain: ReturnType<typeof createExplainer>;

beforeAll(async () => {
  const reports = (await playCatalogue()).map(({ report }) => report);
  explain = createExplainer(indexRuns(reports));
  refused = reports.filter(({ failure }) => failure?.cause).map((report) => ({ report, texts: textsOf(report) }));
}, 240_000);

/** How one and the same error comes to people. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "in a line of JSON": (text) =>
    JSON.stringify({ level: "error", ts: "2026-11-29T03:00:00.123Z", msg: `request failed: ${text}`, trace_id: "4bf92f3577b34da6" }),
  "in a string in a line of JSON": (text) => JSON.stringify({ log: JSON.stringify({ error: text }), stream: "stderr" }),
  "in XML": (text) => `<Error><Message>${text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}</Message></Error>`,
  "with a log's prefix": (text) => `2026-11-29 03:00:00,123 ERROR [main] c.e.App - ${text}\n\tat com.example.App.main(App.java:42)`,
  "with lines broken": (text) => text.replaceAll(/(.{30}) /g, "$1\n    "),
  "of another account, role and time": (text) =>
    text
      .replaceAll("111122223333", "210987654321")
      .replaceAll("my-pod-role", "prod-api.Irsa_1")
      .replaceAll("i-0a1b2c3d4e5f67890", "i-0ffffffffffffff11")
      .replaceAll(/\b17\d{8}\b/g, "1795921564"),
  "of another cluster": (text) =>
    text.replaceAll("A1B2C3D4E5F60718293A4B5C6D7E8F90", "EXAMPLED539D4633E53DE1B71EXAMPLE").replaceAll("eu-west-1", "ap-southeast-2"),
};

/** The causes that are read before another question is asked. */
const READ = 3;

describe.each(Object.keys(FORMS))("%s", (form) => {
  test("the text of every refused scenario is recognised, and its cause is among those that are named", () => {
    const missed = refused.flatMap(({ report, texts }) =>
      texts.flatMap((text) => {
        const { causes } = explain(FORMS[form]?.(text) ?? text);
        return causes.some(({ id }) => id === report.failure?.cause) ? [] : [{ scenario: report.scenario, text }];
      }),
    );
    expect(missed).toEqual([]);
  });
});

test("the cause stands among the first three after at most two answers, for all but one scenario", () => {
  const index = indexRuns(refused.map(({ report }) => report));
  const needed = refused.map(({ report, texts }, position) => ({
    scenario: report.scenario,
    answers: Math.max(0, ...texts.map((text) => answersNeeded(text, report.failure?.cause ?? "", index.runs[position]?.answers ?? {}))),
  }));
  expect(needed.filter(({ answers }) => answers > 3)).toEqual([]);
  expect(needed.filter(({ answers }) => answers > 2).length).toBeLessThanOrEqual(1);
});

test("from the text alone it stands there in so many of a hundred scenarios as the texts allow, but for ten", () => {
  const [firstThree, bound] = fromTextAlone();
  // Two texts alone stand for a quarter of all causes: the share falls with each further scenario that ends in one of them.
  expect(firstThree / refused.length).toBeGreaterThanOrEqual(0.6);
  expect(bound - firstThree).toBeLessThanOrEqual(refused.length / 10);
});

/** How many questions must be answered, as on the run's own cluster, until the cause is read. */
function answersNeeded(text: string, cause: string, known: Answers): number {
  let answers: Answers = {};
  for (;;) {
    const { causes, question } = explain(text, answers);
    if (causes.slice(0, READ).some(({ id }) => id === cause)) return Object.keys(answers).length;
    const answer = question === null ? undefined : known[question.id];
    if (question === null || answer === undefined) return Number.POSITIVE_INFINITY;
    answers = { ...answers, [question.id]: answer };
  }
}

/** In how many scenarios the cause is among the first three, and in how many it could be in the best order: of all that one text stands for, three are first. */
function fromTextAlone(): readonly [firstThree: number, bound: number] {
  let firstThree = 0;
  const causesBySame = new Map<string, Map<string, number>>();
  for (const { report, texts } of refused) {
    const { causes } = explain(texts.at(-1) ?? "");
    const cause = report.failure?.cause ?? "";
    if (causes.slice(0, READ).some(({ id }) => id === cause)) firstThree += 1;
    const same = causes.map(({ id }) => id).join();
    const counts = causesBySame.get(same) ?? new Map<string, number>();
    causesBySame.set(same, counts.set(cause, (counts.get(cause) ?? 0) + 1));
  }
  const best = [...causesBySame.values()].map((counts) => [...counts.values()].sort((one, other) => other - one).slice(0, READ));
  return [firstThree, best.flat().reduce((total, count) => total + count, 0)];
}

test("what is no error of this kind is not recognised", () => {
  for (const text of [
    "",
    "hello",
    "an error occurred",
    "AccessDenied",
    "token",
    "exit status 1",
    "the quick brown fox jumps over the lazy dog",
    "Traceback (most recent call last):",
    "{}",
  ])
    expect(explain(text).isRecognised).toBe(false);
});

function textsOf({ failure, events }: RunReport): readonly string[] {
  const call = events.findLast((event) => event.kind === "note" && event.name === "sdk.call" && event.attributes.ok === false);
  const said = call?.kind === "note" ? [String(call.attributes.message)] : [];
  const whole = failure === null || failure.message === "" ? [] : [failure.message, `${failure.status ?? ""} ${failure.code}: ${failure.message}`];
  const texts = [...whole, ...said];
  // An SDK may have nothing to say of an error, or a word that any program says.
  return [...new Set(texts.filter((text) => /\w{3}\W+\w{3}/.test(text)))];
}
