/** Policies that AWS lets pass and that were refused here once: each succeeds. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadScenario, type ScenarioFiles } from "../src/index.js";
import { catalogueFiles, playLoaded } from "./catalogue.js";

const FOLDER = new URL("../../../../shared/field-reports/", import.meta.url).pathname;
const isThere = existsSync(FOLDER);
if (!isThere) console.log("skipped: ../shared/field-reports is not there");

const CASES = [
  ...["policy-keys/resource-account", "policy-keys/scp-perimeter", "policy-keys/incomplete-arn"],
  ...["exported/e2a-get-role-decoded", "exported/e12-get-role-tags"],
];

test.skipIf(!isThere).each(CASES)("%s", async (name) => {
  const catalogue = catalogueFiles();
  const readCase = (file: string): string | null => (existsSync(`${FOLDER}${name}/${file}`) ? readFileSync(`${FOLDER}${name}/${file}`, "utf8") : null);
  const files: ScenarioFiles = { ...catalogue, read: (folder, file) => (folder === name ? readCase(file) : catalogue.read(folder, file)) };
  expect((await playLoaded(loadScenario(files, name))).failure).toBeNull();
});
