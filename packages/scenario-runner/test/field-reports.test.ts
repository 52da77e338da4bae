/** Cases from public reports: each ends as reality did, with its true cause, and a fix that works where the world can be mended. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { describe, expect, test } from "vitest";
import { loadScenario, runWithFix, type ScenarioFiles } from "../src/index.js";
import { catalogueFiles, START_AT } from "./catalogue.js";

const FOLDER = new URL("../../../../shared/field-reports/", import.meta.url).pathname;
const OPTIONS = { seed: "1", startAt: START_AT, keys: WELL_KNOWN_KEYS, keysAre: "well-known" } as const;
const isThere = existsSync(FOLDER);
if (!isThere) console.log("skipped: ../shared/field-reports is not there");

interface Row {
  readonly folder: string;
  /** The catalogue's name for what the report found; absent where the case succeeds. What the folder calls it is a wish. */
  readonly cause?: string;
  /** Why no patch mends it. */
  readonly hint?: string;
  /** The case in the scenario language as it came to be, where the folder shows a form that was tried. */
  readonly written?: (text: string) => string;
}

const CASES: readonly Row[] = [
  { folder: "01-s3-missing-key-403", cause: "object-missing" },
  { folder: "04-aws-profile-not-found", cause: "profile-not-found" },
  { folder: "05-credentials-file-loses", cause: "credentials-file-passed-over" },
  { folder: "06-get-session-token", cause: "session-credentials-not-taken", hint: "the program must not call it" },
  { folder: "07-tag-session-in-chain", cause: "tag-session-not-allowed" },
  { folder: "08-principal-tag-without-session-tags", cause: "policy-variable-without-value" },
  { folder: "11-helm-set-dots", cause: "annotations-not-text" },
  { folder: "14-env-by-hand-without-volume", cause: "env-without-volume" },
  { folder: "15-kops-audience-by-hand" },
  { folder: "18-session-name-too-long", cause: "session-name-invalid" },
  { folder: "20-two-clusters-in-one-statement", cause: "conditions-of-two-issuers-in-one-statement" },
  { folder: "21-mount-path-twice", cause: "mount-path-twice" },
  { folder: "23-condition-key-without-claim", cause: "condition-key-malformed" },
  { folder: "28-tls-inspection", cause: "tls-inspected" },
  { folder: "29-permissions-boundary", cause: "permissions-boundary-gap" },
  { folder: "31-bucket-in-another-region", cause: "bucket-in-another-region" },
  { folder: "33-external-id", cause: "key-never-in-web-identity-requests" },
  {
    folder: "35-association-made-later",
    cause: "association-made-later",
    hint: "the pod must be created again",
    // A pod that no webhook has touched has no region either, and Go's SDK asks nobody without one.
    written: (text) => text.replace("sdk: go-v2,", "sdk: go-v2, region: eu-west-1,"),
  },
  { folder: "36-migrated-to-pod-identity", cause: "trust-wrong-action-or-principal" },
  { folder: "38-session-policy", cause: "session-policy-gap" },
  {
    folder: "39-secretsmanager-get-secret-value",
    cause: "identity-policy-gap",
    written: (text) => text.replace("secret: prod/db", "parameters: { SecretId: prod/db }"),
  },
  { folder: "41-deployment" },
  { folder: "43b-sts-in-another-region-by-environment", cause: "bucket-in-another-region" },
  { folder: "44-notprincipal-names-only-the-role", cause: "resource-side-deny" },
  { folder: "44c-notprincipal", cause: "resource-side-deny" },
  { folder: "46-session-name-condition", cause: "session-name-condition" },
  { folder: "51-annotation-ends-with-newline", cause: "role-arn-invalid" },
  { folder: "53-two-statements-two-clusters-wrong", cause: "trust-sub-mismatch" },
  { folder: "issuer-slow", cause: "jwks-stale-or-unreachable", hint: "the issuer must answer sooner" },
  { folder: "twopods", cause: "annotation-absent-or-misplaced", hint: "no role trusts the service account" },
  { folder: "twopods-first", cause: "annotation-absent-or-misplaced", hint: "no role trusts the service account" },
];

function filesOf({ folder, written = (text) => text }: Row): ScenarioFiles {
  const catalogue = catalogueFiles();
  return {
    ...catalogue,
    read(from, file) {
      const path = `${FOLDER}${from}/${file}`;
      if (from !== folder || !existsSync(path)) return catalogue.read(from, file);
      const text = readFileSync(path, "utf8");
      return file === "scenario.yaml" ? written(text.replace(/^ {2}cause: .*$/m, "").replace(/, cause: [a-z-]+/, "")) : text;
    },
  };
}

describe.skipIf(!isThere)("cases from public reports", () => {
  test("all are here", () => {
    const folders = readdirSync(FOLDER).filter((name) => existsSync(`${FOLDER}${name}/scenario.yaml`));
    expect(CASES.map(({ folder }) => folder).sort()).toEqual(folders.sort());
  });

  test.each(CASES)("$folder", async (row) => {
    const { expectations, failure } = await runWithFix(loadScenario(filesOf(row), row.folder), OPTIONS);
    expect(expectations.filter(({ met }) => !met)).toEqual([]);
    expect([failure?.cause, failure?.isFixTried]).toEqual(row.cause === undefined ? [undefined, undefined] : [row.cause, row.hint === undefined]);
  });
});
