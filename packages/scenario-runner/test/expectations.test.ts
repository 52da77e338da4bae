/** Changing any one line of an `expect` makes that scenario fail, at that line. */

import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { type Document, isMap, isPair, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { loadScenario, type ScenarioFiles, testScenario, type UntimedResult } from "../src/index.js";
import { CASES, catalogueFiles, folderOf, load, START_AT } from "./catalogue.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;

/** The scalars of a scenario's expectations, at its end and in between, each with another value that is valid there. */
function changedLines(folder: string): readonly { readonly path: string; readonly text: string }[] {
  const source = catalogueFiles().read(folder, "scenario.yaml") ?? "";
  const document = parseDocument(source);
  const timeline = document.get("timeline");
  const actions = isSeq(timeline) ? timeline.items : [];
  const inBetween = actions.flatMap((action, index) => {
    const written = isMap(action) ? action.get("expect", true) : null;
    return isMap(written) ? leaves(written, ["timeline", index, "expect"]) : [];
  });
  const included = document.getIn(["matrix", "include"]);
  const inCells = isSeq(included) ? included.items.flatMap((_, index) => leavesAt(document, ["matrix", "include", index, "expect"])) : [];
  return [...leavesAt(document, ["expect"]), ...inBetween, ...leavesAt(document, ["fix", "expect"]), ...inCells].map(({ path, value }) => {
    const changed = parseDocument(source);
    changed.setIn(path, otherThan(value, String(path.at(-1))));
    return { path: path.join("."), text: String(changed) };
  });
}

function leavesAt(document: Document, path: Path): ReturnType<typeof leaves> {
  const node = document.getIn(path);
  return isMap(node) ? leaves(node, path) : [];
}

type Path = readonly (string | number)[];

function leaves(node: YAMLMap | YAMLSeq, above: Path): readonly { readonly path: Path; readonly value: unknown }[] {
  return node.items.flatMap((item, index) => {
    const [key, value] = isPair(item) ? [String((item.key as Scalar).value), item.value] : [index, item];
    const path = [...above, key];
    if (isMap(value) || isSeq(value)) return leaves(value, path);
    return isScalar(value) ? [{ path, value: value.value }] : [];
  });
}

/** What says where to look, and is no line by itself. */
const SELECTORS = ["pod.name", "pod.namespace", "pod.container", "token.pod", "token.namespace", "token.container"];

/** `timeline.3.expect.error.code` becomes `timeline.3.error.code`, `expect.outcome` becomes `outcome`, and so behind `fix`. */
function lineOf(path: string): string {
  return path.replace(/^(matrix\.include\.\d+\.)?expect\.|(?<=^(timeline\.\d+|fix))\.expect/, "");
}

function otherThan(value: unknown, key: string): string | number | boolean {
  if (key === "running") return value !== true;
  if (value === "refused") return "succeeded";
  if (value === "succeeded") return "refused";
  if (typeof value === "number") return value === 9 ? 8 : value + 1;
  if (String(value).startsWith("arn:")) return `${String(value)}x`;
  return `not ${String(value)}`;
}

const FOLDERS = [...new Set(CASES.map(folderOf))];
const rows = FOLDERS.flatMap((folder) => changedLines(folder).map(({ path, text }) => ({ folder, path, text })));

test("every scenario expects something", () => {
  expect(new Set(rows.map(({ folder }) => folder))).toEqual(new Set(FOLDERS));
});

describe("a changed line is missed, and nothing else", () => {
  test.each(rows)("$folder: $path", async ({ folder, path, text }) => {
    const files = catalogueFiles({ [`${folder}/scenario.yaml`]: text });
    const { outcome, expectations } = await firstThatFails(folder, files);
    const missed = expectations.filter(({ met, path: line }) => !met && !(path.startsWith("timeline.") && !line.startsWith("timeline")));
    expect(outcome).toBe("failed");
    const isSelector = SELECTORS.some((selector) => path.endsWith(selector));
    const lines = missed.map((line) => line.path.replaceAll(/\[(\d+)\]/g, ".$1"));
    expect(lines).toEqual(isSelector ? lines : [lineOf(path).slice(0, lines[0]?.length)]);
    expect(missed[0]?.from?.file).toBe(`${folder}/scenario.yaml`);
  });
});

/** A line may count in some cells of a matrix only. */
async function firstThatFails(folder: string, files: ScenarioFiles): Promise<UntimedResult> {
  const results = [];
  for (const name of CASES.filter((one) => folderOf(one) === folder)) {
    const result = await testScenario({ scenario: load(name, { files }), files, folder }, OPTIONS);
    if (result.outcome === "failed") return result;
    results.push(result);
  }
  return results[0] as UntimedResult;
}

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
