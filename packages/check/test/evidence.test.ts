/** What was seen of a running container counts for more than what the documents would lead to. */
import { expect, test } from "vitest";
import type { Evidence } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { identityOf, ROLE_ARN, subjectOf, WORKING } from "./forms/world.js";

const [FORM] = FORMS;
const IDENTITY = identityOf({ namespace: "billing", name: "payments" });
const NONE: Evidence = { token: null, environment: null, error: null };
const withEvidence = (evidence: Partial<Evidence>, without: readonly string[] = []) =>
  checkInput(
    (FORM.write(WORKING) ?? []).filter(({ file }) => !without.includes(file)),
    { evidence: { ...NONE, ...evidence } },
  );
const VARIABLES = [
  ["AWS_ROLE_ARN", IDENTITY.serviceAccount.annotations[ROLE_ARN] ?? ""],
  ["AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"],
] as const;

test.each<{ readonly name: string; readonly environment: ReadonlyMap<string, string>; readonly cause: string | null }>([
  { name: "the variables of the webhook", environment: new Map(VARIABLES), cause: null },
  { name: "no variable of AWS", environment: new Map([["HOME", "/root"]]), cause: "webhook-absent-fail-open" },
  {
    name: "static keys beside them",
    environment: new Map([...VARIABLES, ["AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"], ["AWS_SECRET_ACCESS_KEY", "very secret"]]),
    cause: "static-keys-shadow-irsa",
  },
])("in the container stands: $name", async ({ environment, cause }) => {
  const report = await withEvidence({ environment });
  expect([report.failure?.cause ?? null, JSON.stringify(report)]).toEqual([cause, expect.not.stringMatching(/very secret|AKIAIOSFODNN7EXAMPLE/)]);
});

test("a token says which cluster its container runs in", async () => {
  const token = { file: "token", issuer: "https://oidc.eks.us-west-2.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF", subject: subjectOf(IDENTITY) };
  const { failure, assumptions } = await withEvidence({ token }, ["cluster.json"]);
  expect([failure?.step, failure?.code, assumptions.map(({ id }) => id)]).toEqual([7, "InvalidIdentityToken", ["sdk"]]);
});

test("an error that the documents do not lead to is told of", async () => {
  const { notices } = await withEvidence({ error: "ExpiredToken: the token has expired" });
  expect(notices.map(({ message }) => message)).toEqual([expect.stringContaining("these documents do not lead to the error that was given")]);
});
