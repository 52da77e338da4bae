/** Changing any one line of an `expect` makes that scenario fail, at that line. */

import { describe, expect, test } from "vitest";
import { isMap, isScalar, parseDocument, type Scalar, type YAMLMap } from "yaml";
import { loadScenario, testScenario, WELL_KNOWN_KEYS } from "../src/index.js";
import { CATALOGUE, catalogueFiles, START_AT } from "./catalogue.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;

/** The scalars of a scenario's `expect` by path, each with another value that is valid there. */
function changedLines(name: string): readonly { readonly path: string; readonly text: string }[] {
  const source = catalogueFiles().read(name, "scenario.yaml") ?? "";
  const node = parseDocument(source).get("expect") as YAMLMap;
  return leaves(node, []).map(({ path, value }) => {
    const changed = parseDocument(source);
    changed.setIn(["expect", ...path], otherThan(value));
    return { path: path.join("."), text: String(changed) };
  });
}

function leaves(map: YAMLMap, above: readonly string[]): readonly { readonly path: readonly string[]; readonly value: unknown }[] {
  return map.items.flatMap(({ key, value }) => {
    const path = [...above, String((key as Scalar).value)];
    if (isMap(value)) return leaves(value, path);
    return isScalar(value) ? [{ path, value: value.value }] : [];
  });
}

function otherThan(value: unknown): string | number {
  if (value === "refused") return "succeeded";
  if (value === "succeeded") return "refused";
  if (typeof value === "number") return value === 9 ? 8 : value + 1;
  if (String(value).startsWith("arn:")) return `${String(value)}x`;
  return `not ${String(value)}`;
}

const rows = CATALOGUE.flatMap((name) => changedLines(name).map(({ path, text }) => ({ name, path, text })));

test("every scenario expects something", () => {
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(CATALOGUE));
});

describe("a changed line is missed, and nothing else", () => {
  test.each(rows)("$name: $path", async ({ name, path, text }) => {
    const files = catalogueFiles({ [`${name}/scenario.yaml`]: text });
    const { outcome, expectations } = await testScenario({ scenario: loadScenario(files, name), files, folder: name }, OPTIONS);
    const missed = expectations.filter(({ met }) => !met);
    expect([outcome, missed.map((line) => line.path)]).toEqual(["failed", [path]]);
    expect(missed[0]?.from?.file).toBe(`${name}/scenario.yaml`);
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
