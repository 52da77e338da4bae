import { CAUSES } from "@irsa-sim/diagnosis";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { loadScenario, runScenario, WELL_KNOWN_KEYS } from "../src/index.js";
import { CATALOGUE, catalogueFiles, START_AT } from "./catalogue.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;
const expected = CATALOGUE.map((name) => {
  const { cause = null, warnings = [] } = loadScenario(catalogueFiles(), name).expect;
  return { name, cause, warnings };
}).filter(({ cause, warnings }) => cause !== null || warnings.length > 0);

test("every cause has a scenario, and every scenario's cause is in the catalogue", () => {
  expect([...new Set(expected.flatMap(({ cause, warnings }) => [...(cause === null ? [] : [cause]), ...warnings]))].sort()).toEqual(
    CAUSES.map(({ id }) => id).sort(),
  );
});

/** The scenario under another name, without all that only people read. */
function anonymous(name: string): string {
  const document = parseDocument(catalogueFiles().read(name, "scenario.yaml") ?? "");
  for (const key of ["description", "tags", "lesson", "fix"]) document.delete(key);
  document.set("title", "a scenario");
  document.set("expect", { outcome: "refused" });
  return String(document);
}

describe("the cause is found with name and words hidden", () => {
  test.each(expected)("$name", async ({ name, cause, warnings }) => {
    const files = catalogueFiles({ "mine/scenario.yaml": anonymous(name) });
    const withItsFiles = { ...files, read: (folder: string, file: string) => files.read(folder, file) ?? (folder === "mine" ? files.read(name, file) : null) };
    const run = await runScenario(loadScenario(withItsFiles, "mine"), OPTIONS);
    expect([run.failure?.cause ?? null, [...new Set(run.warnings.map((warning) => warning.cause))]]).toEqual([cause, warnings]);
  });
});
