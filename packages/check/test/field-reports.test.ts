/** Cases from public reports, as the documents of their clusters and accounts: the true cause is found where documents show it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { loadScenario, runScenario } from "@irsa-sim/scenario-runner";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { catalogueFiles } from "../../scenario-runner/test/catalogue.js";
import { checkInput } from "./check-input.js";
import { SETTINGS, settingsOf } from "./settings-of.js";
import { writeOut } from "./write-out.js";

const FOLDER = new URL("../../../../shared/field-reports/", import.meta.url).pathname;
const isThere = existsSync(FOLDER);
if (!isThere) console.log("skipped: ../shared/field-reports is not there");

interface Row {
  readonly folder: string;
  /** `null` where the case succeeds. */
  readonly cause: string | null;
}

const CASES: readonly Row[] = [
  { folder: "04-aws-profile-not-found", cause: "profile-not-found" },
  { folder: "14-env-by-hand-without-volume", cause: "env-without-volume" },
  { folder: "15-kops-audience-by-hand", cause: null },
  { folder: "18-session-name-too-long", cause: "session-name-invalid" },
  { folder: "20-two-clusters-in-one-statement", cause: "conditions-of-two-issuers-in-one-statement" },
  { folder: "21-mount-path-twice", cause: "mount-path-twice" },
  { folder: "23-condition-key-without-claim", cause: "condition-key-malformed" },
  { folder: "33-external-id", cause: "key-never-in-web-identity-requests" },
  { folder: "36-migrated-to-pod-identity", cause: "trust-wrong-action-or-principal" },
  { folder: "41-deployment", cause: null },
  { folder: "43b-sts-in-another-region-by-environment", cause: "bucket-in-another-region" },
  { folder: "46-session-name-condition", cause: "session-name-condition" },
  { folder: "51-annotation-ends-with-newline", cause: "role-arn-invalid" },
  { folder: "53-two-statements-two-clusters-wrong", cause: "trust-sub-mismatch" },
];

/** What the folder calls the cause is a wish. */
const WISH = /^ {2}cause: .*$/m;

/** The case's own files: of the catalogue's scenario that it is built on come those that it does not have. */
function documentsOf(folder: string) {
  const own = Object.fromEntries(
    readdirSync(FOLDER + folder).map((file) => [`${folder}/${file}`, readFileSync(`${FOLDER}${folder}/${file}`, "utf8").replace(WISH, "")]),
  );
  return loadScenario(catalogueFiles(own), folder);
}

describe.skipIf(!isThere)("cases from public reports", () => {
  test.each(CASES)("$folder", async ({ folder, cause }) => {
    const scenario = documentsOf(folder);
    const report = await runScenario(scenario, { ...SETTINGS, keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
    const { failure } = await checkInput(writeOut({ scenario, report }), settingsOf(scenario) ?? {});
    expect(failure?.cause ?? null).toBe(cause);
  });
});
