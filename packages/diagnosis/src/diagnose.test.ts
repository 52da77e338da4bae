import { type CheckEvent, type CheckRecord, createTrace, epochMillis, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { CAUSES, diagnose, type FailureView, viewFailure } from "./index.js";

interface Row {
  readonly name: string;
  readonly check: Partial<CheckRecord> & { readonly check: string };
  /** Notes that stand in the trace before the check. */
  readonly notes?: Readonly<Record<string, JsonObject>>;
  readonly cause: string;
  readonly because?: string;
}

function diagnoseRow({ check, notes = {} }: Row) {
  const trace = createTrace(new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9))));
  for (const [name, attributes] of Object.entries(notes)) trace.root.note(name, attributes);
  trace.root.check({ title: "a check", passed: false, expected: { value: "expected" }, actual: { value: "actual" }, ...check });
  return diagnose(viewOf(trace.events, trace.events.at(-1) as CheckEvent));
}

const TOLD = { code: "AccessDenied", status: 403, message: "Access Denied" };

function viewOf(events: FailureView["events"], check: CheckEvent | null): FailureView {
  return { events, all: events, told: TOLD, action: 0, exchange: null, check, subject: {} };
}

const SUB = { operator: "StringEquals", conditionKey: "oidc.test/id/1:sub" };
const WEB_IDENTITY = { "sdk.credentials": { source: "web-identity" } };

describe("a cause is found from the trace", () => {
  test.each<Row>([
    {
      name: "another namespace",
      check: {
        check: "sts.trust-policy",
        reason: "condition-value-differs",
        details: SUB,
        expected: { value: "system:serviceaccount:prod:app" },
        actual: { value: "system:serviceaccount:default:app" },
      },
      cause: "trust-sub-mismatch",
      because: 'the trust policy names namespace "prod", the pod runs in "default"',
    },
    {
      name: "another service account",
      check: {
        check: "sts.trust-policy",
        reason: "condition-value-differs",
        details: SUB,
        expected: { value: "system:serviceaccount:default:api" },
        actual: { value: "system:serviceaccount:default:app" },
      },
      cause: "trust-sub-mismatch",
      because: 'the trust policy names service account "api", the pod runs as "app"',
    },
    {
      name: "a wildcard under StringEquals",
      check: { check: "sts.trust-policy", reason: "condition-value-differs", details: SUB, expected: { value: "system:serviceaccount:default:*" } },
      cause: "stringequals-wildcard",
    },
    {
      name: "a wildcard under StringLike is none",
      check: {
        check: "sts.trust-policy",
        reason: "condition-value-differs",
        details: { ...SUB, operator: "StringLike" },
        expected: { value: "system:serviceaccount:prod:*" },
        actual: { value: "system:serviceaccount:default:a" },
      },
      cause: "trust-sub-mismatch",
    },
    {
      name: "a condition on aud",
      check: { check: "sts.trust-policy", reason: "condition-value-differs", details: { operator: "StringEquals", conditionKey: "oidc.test/id/1:aud" } },
      cause: "trust-aud-mismatch",
    },
    { name: "a role that is missing", check: { check: "sts.trust-policy", reason: "role-missing" }, cause: "role-missing" },
    {
      name: "a role with a path",
      check: {
        check: "sts.trust-policy",
        reason: "role-missing",
        expected: { value: "arn:aws:iam::111122223333:role/app" },
        actual: { value: "arn:aws:iam::111122223333:role/node, arn:aws:iam::111122223333:role/team/app" },
      },
      cause: "role-missing",
      because: "the role's ARN has a path: it is arn:aws:iam::111122223333:role/team/app",
    },
    {
      name: "a key with a scheme",
      check: { check: "sts.trust-policy", reason: "condition-key-missing", details: { operator: "StringEquals", conditionKey: "https://oidc.test/id/1:sub" } },
      cause: "condition-key-malformed",
      because: "the condition key begins with https://, so it names nothing that a token has, and a key that is absent never equals anything",
    },
    {
      name: "a key of nobody",
      check: { check: "sts.trust-policy", reason: "condition-key-missing", details: { operator: "StringEquals", conditionKey: "oidc.other/id/1:sub" } },
      cause: "check-failed",
    },
    {
      name: "the provider of another account",
      check: {
        check: "sts.trust-policy",
        reason: "principal-differs",
        expected: { value: "arn:aws:iam::444455556666:oidc-provider/oidc.test/id/1" },
        actual: { value: "arn:aws:iam::111122223333:oidc-provider/oidc.test/id/1" },
      },
      cause: "trust-principal-other-account",
    },
    { name: "a service as principal", check: { check: "sts.trust-policy", reason: "principal-differs" }, cause: "trust-wrong-action-or-principal" },
    { name: "no provider", check: { check: "sts.provider" }, cause: "oidc-provider-missing" },
    { name: "another audience", check: { check: "sts.audience" }, cause: "provider-audience-mismatch" },
    { name: "a bad signature", check: { check: "sts.signature" }, cause: "token-tampered" },
    {
      name: "an expired token and a stopped kubelet",
      check: { check: "sts.times", reason: "expired" },
      notes: { "kubelet.stopped": {} },
      cause: "token-not-refreshed",
      because: "the token in the pod's volume expired: the kubelet stopped at 2026-01-05T09:00:00Z and nobody else replaces it",
    },
    {
      name: "an expired token that the app kept",
      check: { check: "sts.times", reason: "expired" },
      notes: { "sdk.refresh": {}, "app.token-reused": { readAt: "2026-01-05T09:00:00Z" } },
      cause: "token-read-once",
      because: "the app sends the token that it read at 2026-01-05T09:00:00Z; the file has been replaced since, and nobody read it again",
    },
    {
      name: "an expired token, where another app kept its own",
      check: { check: "sts.times", reason: "expired" },
      notes: { "app.token-reused": { readAt: "2026-01-05T09:00:00Z" }, "sdk.refresh": {} },
      cause: "token-not-refreshed",
    },
    { name: "a session that the role does not allow", check: { check: "sts.duration", actual: { value: "43200 s" } }, cause: "duration-too-long" },
    { name: "a session that a chain does not allow", check: { check: "sts.role-chaining" }, cause: "duration-too-long" },
    { name: "expired credentials of an app that kept none", check: { check: "s3.authentication", reason: "expired" }, cause: "session-expired" },
    { name: "a token from the future", check: { check: "sts.times", reason: "not-yet-valid" }, cause: "check-failed" },
    {
      name: "the node's role, because the webhook left the pod alone",
      check: { check: "s3.authorization" },
      notes: {
        "webhook.decision": { outcome: "leave-alone", reason: "no-role-annotation", serviceAccount: "default/app", annotation: "eks.amazonaws.com/role-arn" },
        "sdk.credentials": { source: "imds" },
      },
      cause: "annotation-absent-or-misplaced",
    },
    {
      name: "the node's role for another reason",
      check: { check: "s3.authorization" },
      notes: { "sdk.credentials": { source: "imds" } },
      cause: "check-failed",
    },
    {
      name: "the node's role, because a remembered place is gone",
      check: { check: "s3.authorization" },
      notes: { "sdk.refresh": {}, "app.realpath-reused": { exists: false }, "sdk.credentials": { source: "imds" } },
      cause: "token-swap-race",
    },
    {
      name: "the node's role, where the remembered place was gone earlier",
      check: { check: "s3.authorization" },
      notes: { "app.realpath-reused": { exists: false }, "sdk.refresh": {}, "sdk.credentials": { source: "imds" } },
      cause: "check-failed",
    },
    {
      name: "the node's role, where the remembered place is there",
      check: { check: "s3.authorization" },
      notes: { "sdk.refresh": {}, "app.realpath-reused": { exists: true }, "sdk.credentials": { source: "imds" } },
      cause: "check-failed",
    },
    {
      name: "a profile's role is no static key",
      check: { check: "s3.authorization" },
      notes: { "sdk.credentials": { source: "profile", roleArn: "arn:aws:iam::111122223333:role/app" } },
      cause: "identity-policy-gap",
    },
    {
      name: "a profile's keys",
      check: { check: "s3.authorization" },
      notes: { "sdk.credentials": { source: "profile", accessKeyId: "AKIA" } },
      cause: "static-keys-shadow-irsa",
    },
    {
      name: "two ARNs in one annotation",
      check: {
        check: "sts.trust-policy",
        reason: "role-missing",
        expected: { value: "arn:aws:iam::111122223333:role/a,arn:aws:iam::111122223333:role/b" },
      },
      cause: "one-sa-one-role",
    },
    { name: "the role's own policy", check: { check: "s3.authorization" }, notes: WEB_IDENTITY, cause: "identity-policy-gap" },
    { name: "a check that no cause knows", check: { check: "sts.something" }, cause: "check-failed" },
  ])("$name", (row) => {
    const found = diagnoseRow(row);
    expect(found?.cause).toBe(row.cause);
    if (row.because !== undefined) expect(found?.because).toBe(row.because);
    expect(found?.fix).not.toBe("");
  });
});

test.each([
  { name: "in this action", action: 0, cause: "token-swap-race" },
  { name: "before it", action: 2, cause: "request-refused" },
])("an SDK that finds no file where the path led: noted $name", ({ action, cause }) => {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  for (const note of ["sdk.call", "app.realpath-reused", "sdk.provider"]) trace.root.note(note, { exists: false });
  const told = { code: "ENOENT", status: null, message: "A token could not be loaded from the WebIdentityTokenFile." };
  expect(diagnose(viewFailure(trace.events, { told, action }))?.cause).toBe(cause);
});

test("ids are unique and in kebab case", () => {
  const ids = CAUSES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
});
