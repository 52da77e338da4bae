/** Cases from public reports about policies and their layers: each ends as its expectation says reality did; what they call a cause is a wish of theirs. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadScenario, type ScenarioFiles } from "../src/index.js";
import { catalogueFiles, playLoaded } from "./catalogue.js";

const FOLDER = new URL("../../../../shared/field-reports/", import.meta.url).pathname;
const CASES = [
  ...["07-tag-session-in-chain", "08-principal-tag-without-session-tags", "20-two-clusters-in-one-statement", "23-condition-key-without-claim"],
  ...["29-permissions-boundary", "33-external-id", "38-session-policy", "44-notprincipal-names-only-the-role", "44c-notprincipal"],
  ...["46-session-name-condition", "53-two-statements-two-clusters-wrong"],
  ...["policy-keys/resource-account", "policy-keys/scp-perimeter", "policy-keys/incomplete-arn", "exported/e2a-get-role-decoded", "exported/e12-get-role-tags"],
];
const isThere = existsSync(FOLDER);
if (!isThere) console.log("skipped: ../shared/field-reports is not there");

function readReport(name: string, file: string): string | null {
  const path = `${FOLDER}${name}/${file}`;
  return existsSync(path) ? readFileSync(path, "utf8").replace(/^ +cause: .*$/m, "") : null;
}

test.skipIf(!isThere).each(CASES)("%s", async (name) => {
  const catalogue = catalogueFiles();
  const files: ScenarioFiles = { ...catalogue, read: (folder, file) => (folder === name ? readReport(name, file) : catalogue.read(folder, file)) };
  const { expectations, failure } = await playLoaded(loadScenario(files, name));
  expect(expectations.filter(({ met }) => !met)).toEqual([]);
  if (failure !== null) expect(failure.cause).not.toBeNull();
});
