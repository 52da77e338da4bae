/** Changing any one line of an `expect` makes that scenario fail, at that line. */
import type { ExpectationResult } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { type LoadedScenario, loadScenario, runScenario, testScenario } from "../src/index.js";
import type { WrittenExpectation } from "../src/report/compare-expectations.js";
import { CASES, catalogueFiles, folderOf, load, START_AT } from "./catalogue.js";
import { type ChangedExpectation, changedExpectations } from "./changed-expectations.js";
import { playMoments } from "./play-moments.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;

/** What says where to look, and is no line by itself. */
const SELECTORS = ["pod.name", "pod.namespace", "pod.container", "token.pod", "token.namespace", "token.container"];

const FOLDERS = [...new Set(CASES.map(folderOf))];
const rows = FOLDERS.flatMap((folder) => changedExpectations(folder).map((changed) => ({ folder, ...changed })));

test("every scenario expects something", () => {
  expect(new Set(rows.map(({ folder }) => folder))).toEqual(new Set(FOLDERS));
});

/** Each scenario is played once, and once with its fix; all its changed lines are compared with that. */
describe("a changed line is missed, and nothing else", () => {
  const played = new Map<string, Promise<Missed>>();

  test.each(rows)("$folder: $path", async ({ folder, path }) => {
    if (!played.has(folder)) played.set(folder, playChanged(folder));
    const missed = (await played.get(folder))?.get(path) ?? [];
    const lines = missed.map((line) => line.path.replaceAll(/\[(\d+)\]/g, ".$1"));
    const isSelector = SELECTORS.some((selector) => path.endsWith(selector));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines).toEqual(isSelector ? lines : [lineOf(path).slice(0, lines[0]?.length)]);
    expect(missed[0]?.from?.file).toBe(`${folder}/scenario.yaml`);
  });
});

/** What was missed of a scenario, by the path of the line that was changed; of a matrix in the first cell in which the line counts. */
type Missed = Map<string, readonly ExpectationResult[]>;

async function playChanged(folder: string): Promise<Missed> {
  const changed = changedExpectations(folder);
  const missed: Missed = new Map();
  for (const name of CASES.filter((one) => folderOf(one) === folder)) {
    const fixes = changed.filter(({ path }) => path.startsWith("fix."));
    await compareAll({ name, fixed: false, changed: changed.filter((one) => !fixes.includes(one)) }, missed);
    if (fixes.length > 0) await compareAll({ name, fixed: true, changed: fixes }, missed);
  }
  return missed;
}

interface Played {
  readonly name: string;
  readonly fixed: boolean;
  readonly changed: readonly ChangedExpectation[];
}

async function compareAll({ name, fixed, changed }: Played, missed: Missed): Promise<void> {
  const folder = folderOf(name);
  const others = changed.map(({ path, text }) => ({
    path,
    action: /^timeline\.(\d+)\./.exec(path)?.[1] ?? null,
    scenario: load(name, { files: catalogueFiles({ [`${folder}/scenario.yaml`]: text }), fixed }),
  }));
  await playMoments(load(name, { fixed }), ({ action, compare }) => {
    for (const { path, scenario } of others.filter((other) => other.action === (action === null ? null : String(action)))) {
      if ((missed.get(path)?.length ?? 0) > 0) continue;
      missed.set(
        path,
        compare(expectationAt(scenario, action)).filter(({ met }) => !met),
      );
    }
  });
}

function expectationAt({ expect: atEnd, timeline, locate }: LoadedScenario, action: number | null): WrittenExpectation {
  const written = action === null ? null : timeline[action];
  if (written?.kind === "expect") return { expect: written.expect, locate: (pointer) => locate(`expect/${action}`, pointer) };
  return { expect: atEnd, locate: (pointer) => locate("expect", pointer) };
}

/** `timeline.3.expect.error.code`, `matrix.include.0.expect.error.code` and `fix.expect.error.code` are `error.code`. */
function lineOf(path: string): string {
  return path.replace(/^((matrix\.include|timeline)\.\d+\.|fix\.)?expect\./, "");
}

test.each(CASES.filter((name) => load(name).timeline.some(({ kind }) => kind === "expect")))("the moments are those of a run: %s", async (name) => {
  const scenario = load(name);
  const results: ExpectationResult[] = [];
  await playMoments(scenario, ({ action, compare }) => {
    const lines = compare(expectationAt(scenario, action));
    results.push(...lines.map((line) => (action === null ? line : { ...line, path: `timeline[${action}].${line.path}` })));
  });
  expect(results).toEqual((await runScenario(scenario, OPTIONS)).expectations);
});

describe("a changed line is missed by the whole test of a scenario", () => {
  test.each([
    { name: "at the end", folder: "trust-sub-mismatch", path: "expect.cause", line: "cause" },
    { name: "in between", folder: "sts-outage", path: /^timeline\.\d+\.expect\.step$/, line: /^timeline\[\d+\]\.step$/ },
    { name: "after the fix", folder: "annotation-stripped", path: "fix.expect.principal", line: "fix.principal" },
  ])("$name", async ({ folder, path, line }) => {
    const changed = changedExpectations(folder).find((one) => (typeof path === "string" ? one.path === path : path.test(one.path)));
    const files = catalogueFiles({ [`${folder}/scenario.yaml`]: changed?.text ?? "" });
    const { outcome, expectations } = await testScenario({ scenario: loadScenario(files, folder), files, folder }, OPTIONS);
    const missed = expectations.filter(({ met }) => !met).map((result) => result.path);
    expect([outcome, missed[0]]).toEqual(["failed", expect.stringMatching(line)]);
  });
});

describe("a fix that does not help is missed", () => {
  test("trust-sub-mismatch", async () => {
    const source = catalogueFiles().read("trust-sub-mismatch", "scenario.yaml") ?? "";
    const files = catalogueFiles({
      "trust-sub-mismatch/scenario.yaml": source.replace("serviceaccount:default:my-service-account\nlesson", "serviceaccount:test:my-service-account\nlesson"),
    });
    const { outcome, expectations } = await testScenario({ scenario: loadScenario(files, "trust-sub-mismatch"), files, folder: "trust-sub-mismatch" }, OPTIONS);
    expect([outcome, expectations.filter(({ met }) => !met)]).toMatchObject([
      "failed",
      [{ path: "fix", expected: "succeeded", actual: "refused at step 7: AccessDenied" }],
    ]);
  });
});

test("a scenario that deviates from its base says where", async () => {
  const text = "title: mine\nbase: basic\nexpect: { outcome: succeeded }\npatch:\n  aws: { oidcProviders: [] }\n";
  const files = catalogueFiles({ "mine/scenario.yaml": text });
  const { deviation } = await testScenario({ scenario: loadScenario(files, "mine"), files, folder: "mine" }, OPTIONS);
  expect(deviation).toMatchObject({ step: 0, base: "basic", inBase: "ok", here: "not-reached" });
});
