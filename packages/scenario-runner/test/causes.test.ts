import { CAUSES } from "@irsa-sim/diagnosis";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { runScenario } from "../src/index.js";
import { CASES, catalogueFiles, folderOf, load, START_AT } from "./catalogue.js";

const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;
const expected = CASES.map((name) => {
  const { cause = null, warnings = [] } = load(name).expect;
  return { name, cause, warnings };
}).filter(({ cause, warnings }) => cause !== null || warnings.length > 0);

/** Causes of what only real clients send, such as presigned URLs, and what is said of a check or an answer that nobody has thought of yet: no scenario can play them, and none does. */
const NEVER_PLAYED = ["session-expired", "check-failed", "request-refused"];

test("every cause has a scenario, and every scenario's cause is in the catalogue", () => {
  expect([...new Set(expected.flatMap(({ cause, warnings }) => [...(cause === null ? [] : [cause]), ...warnings]))].sort()).toEqual(
    CAUSES.map(({ id }) => id)
      .filter((id) => !NEVER_PLAYED.includes(id))
      .sort(),
  );
});

/** The scenario under another name, without all that only people read. */
function anonymous(folder: string): string {
  const document = parseDocument(catalogueFiles().read(folder, "scenario.yaml") ?? "");
  for (const key of ["description", "tags", "lesson", "fix"]) document.delete(key);
  document.set("title", "a scenario");
  document.set("expect", { outcome: "refused" });
  return String(document);
}

describe("the cause is found with name and words hidden", () => {
  test.each(expected)("$name", async ({ name, cause, warnings }) => {
    const folder = folderOf(name);
    const files = catalogueFiles({ "mine/scenario.yaml": anonymous(folder) });
    const withItsFiles = { ...files, read: (from: string, file: string) => files.read(from, file) ?? (from === "mine" ? files.read(folder, file) : null) };
    const run = await runScenario(load(name, { files: withItsFiles, folder: "mine" }), OPTIONS);
    expect([run.failure?.cause ?? null, [...new Set(run.warnings.map((warning) => warning.cause))]]).toEqual([cause, warnings]);
  });
});
