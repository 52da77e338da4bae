import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CASES, CATALOGUE, play, playVariant } from "./catalogue.js";

describe("the catalogue", () => {
  test("has the scenarios that the folder has", () => {
    const folders = readdirSync(new URL("../../../scenarios/", import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(CATALOGUE.length).toBe(folders.length);
  });

  test.each(CASES)("%s comes out as it expects, and the same seed gives the same bytes", async (name) => {
    const report = await play(name);
    expect(report.expectations.filter(({ met }) => !met)).toEqual([]);
    expect(report.outcome).toBe("as-expected");
    expect(JSON.stringify(await play(name))).toBe(JSON.stringify(report));
  });

  // What chance makes is made for all scenarios alike.
  test.each(["basic", "rotation", "trust-sub-mismatch", "node-role-out-of-reach"])("%s: another seed gives other bytes", async (name) => {
    expect(JSON.stringify(await play(name, { seed: "2" }))).not.toBe(JSON.stringify(await play(name)));
  });
});

test("a scenario that expects something else is unexpected, and says what it found", async () => {
  const { outcome, expectations } = await playVariant("patch:\n  aws: { oidcProviders: [] }");
  const from = { file: "variant/scenario.yaml", pointer: "/outcome", line: 3, column: 20 };
  expect([outcome, expectations]).toEqual(["unexpected", [{ path: "outcome", expected: "succeeded", actual: "refused", met: false, from }]]);
});

describe("basic", () => {
  test("all ten steps have their evidence", async () => {
    const { steps, failure } = await play("basic");
    expect(steps.map(({ step, outcome }) => [step, outcome])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => [step, "ok"]));
    expect(failure).toBeNull();
  });
});

describe("where a failing scenario's steps stand", () => {
  test.each([
    { name: "trust-sub-mismatch", outcomes: "ok ok ok ok ok ok ok refused not-reached not-reached" },
    { name: "oidc-provider-missing", outcomes: "not-reached ok ok ok ok ok ok refused not-reached not-reached" },
    { name: "provider-audience-mismatch", outcomes: "ok ok ok ok ok ok ok refused not-reached not-reached" },
    { name: "annotation-absent", outcomes: "ok not-reached ok not-reached not-reached not-reached not-reached not-reached not-reached refused" },
    { name: "token-tampered", outcomes: "ok ok ok ok ok ok ok refused not-reached not-reached" },
    { name: "token-expired", outcomes: "ok ok ok ok ok ok ok refused not-reached not-reached" },
  ])("$name", async ({ name, outcomes }) => {
    const { steps } = await play(name);
    expect(steps.map(({ outcome }) => outcome).join(" ")).toBe(outcomes);
  });
});

/** One input is flipped, one check fails, and it is the check for that input. */
describe("flipping one input flips one outcome", () => {
  test("nothing flipped: everything passes", async () => {
    expect((await playVariant("")).failure).toBeNull();
  });

  const trust = "patch:\n  aws.roles[my-pod-role].trustPolicy.Statement[0]";
  test.each([
    {
      name: "trust policy: namespace",
      lines: `${trust}.Condition.StringEquals:\n    "\${issuer}:sub": system:serviceaccount:prod:my-service-account`,
      failure: { step: 7, check: "sts.trust-policy", code: "AccessDenied", status: 403, cause: "trust-sub-mismatch" },
    },
    {
      name: "trust policy: wildcard under StringEquals",
      lines: `${trust}.Condition.StringEquals:\n    "\${issuer}:sub": "system:serviceaccount:default:*"`,
      failure: { step: 7, check: "sts.trust-policy", code: "AccessDenied", status: 403, cause: "stringequals-wildcard" },
    },
    {
      name: "trust policy: action",
      lines: `${trust}:\n    Action: sts:AssumeRole`,
      failure: { step: 7, check: "sts.trust-policy", code: "AccessDenied", status: 403 },
    },
    {
      name: "trust policy: provider of another account",
      lines: `${trust}.Principal:\n    Federated: "arn:aws:iam::999999999999:oidc-provider/\${issuer}"`,
      failure: { step: 7, check: "sts.trust-policy", code: "AccessDenied", status: 403 },
    },
    {
      name: "provider: none",
      lines: "patch:\n  aws: { oidcProviders: [] }",
      failure: { step: 7, check: "sts.provider", code: "InvalidIdentityToken", status: 400, cause: "oidc-provider-missing" },
    },
    {
      name: "provider: another cluster's",
      lines: 'patch:\n  aws.oidcProviders[0]: { url: "https://oidc.eks.eu-west-1.amazonaws.com/id/00000000000000000000000000000000" }',
      failure: { step: 7, check: "sts.provider", code: "InvalidIdentityToken", status: 400, cause: "oidc-provider-missing" },
    },
    {
      name: "provider: client id",
      lines: "patch:\n  aws.oidcProviders[0]: { clientIds: [sts.amazon.com] }",
      failure: { step: 7, check: "sts.audience", code: "InvalidIdentityToken", status: 400, cause: "provider-audience-mismatch" },
    },
    {
      name: "service account: audience",
      lines: "patch:\n  kubernetes.ServiceAccount[my-service-account].metadata.annotations: { eks.amazonaws.com/audience: other }",
      failure: { step: 7, check: "sts.audience", code: "InvalidIdentityToken", status: 400, cause: "provider-audience-mismatch" },
    },
    {
      name: "service account: a role that does not exist",
      lines:
        "patch:\n  kubernetes.ServiceAccount[my-service-account].metadata.annotations: { eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/nobody }",
      failure: { step: 7, check: "sts.trust-policy", code: "AccessDenied", status: 403 },
    },
    {
      name: "service account: what is no role ARN",
      lines:
        "patch:\n  kubernetes.ServiceAccount[my-service-account].metadata.annotations: { eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:instance-profile/x }",
      failure: { step: 7, check: "sts.role-arn", code: "ValidationError", status: 400 },
    },
    {
      name: "service account: annotation",
      lines: "patch:\n  kubernetes.ServiceAccount[my-service-account].metadata.annotations: { eks.amazonaws.com/role-arn: null }",
      failure: { step: 9, check: "s3.authorization", code: "AccessDenied", status: 403, cause: "annotation-absent-or-misplaced" },
    },
    {
      name: "pod: a service account that does not exist",
      lines: "patch:\n  kubernetes.Pod[my-pod].spec: { serviceAccountName: nobody }",
      failure: { step: 1, check: "admission.service-account", code: "Forbidden", status: 403 },
    },
    {
      name: "role: permission",
      lines: "patch:\n  aws.roles[my-pod-role].policies[read-my-bucket].Statement[0]: { Action: s3:PutObject }",
      failure: { step: 9, check: "s3.authorization", code: "AccessDenied", status: 403, cause: "identity-policy-gap" },
    },
    {
      name: "bucket: the object, which only those who may list are told of",
      lines: "patch:\n  aws.buckets[my-bucket]: { hello.txt: null, other.txt: Hello }",
      failure: { step: 9, check: "s3.object", code: "AccessDenied", status: 403, cause: "object-missing", expected: "hello.txt", actual: "other.txt" },
    },
  ])("$name", async ({ lines, failure }) => {
    const report = await playVariant(lines);
    expect(report.failure).toMatchObject(failure);
    expect(report.failure?.expected).not.toBeNull();
    expect(report.failure?.actual).not.toBeNull();
    const failed = report.events.filter((event) => event.kind === "check" && !event.passed).map((event) => event.kind === "check" && event.check);
    // Some SDKs try again, and meet the same refusal again.
    expect([...new Set(failed)]).toEqual([failure.check]);
  });

  test.each(["dotnet-v3", "botocore", "js-v3"])("%s meets the same refusal", async (sdk) => {
    const call = `  - call: { pod: my-pod, sdk: ${sdk}, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }`;
    const report = await playVariant(`patch:\n  aws: { oidcProviders: [] }\ntimeline:\n  - apply: [service-account.yaml, pod.yaml]\n${call}`);
    expect(report.failure).toMatchObject({ step: 7, code: "InvalidIdentityToken", status: 400 });
  });
});
