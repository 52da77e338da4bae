/** Every refusal that a handler here can give has a cause of its own kind, and not only the one that is said when nothing better is known. */
import { readdirSync, readFileSync } from "node:fs";
import { type Actor, type CheckRecord, createTrace, epochMillis, type Step, VirtualClock } from "@irsa-sim/core";
import { CAUSES, diagnose, viewFailure } from "@irsa-sim/diagnosis";
import { describe, expect, test } from "vitest";
import { type KubernetesStatus, REFUSALS } from "../../api-server/src/kubernetes-status.js";
import { resourceOf } from "../../api-server/src/storage/resources.js";
import { authenticationFault, FAULTS as S3_FAULTS } from "../../fake-s3/src/s3-fault.js";
import type { AuthenticationProblem } from "../../iam/src/authentication/authentication.js";
import { IAM_FAULTS } from "../../iam/src/query-api/iam-fault.js";
import { queryAuthenticationFault } from "../../iam/src/query-api/query-authentication-fault.js";

const GENERAL = CAUSES.filter(({ rank }) => rank === "general").map(({ id }) => id);

interface Refusal {
  readonly from?: Actor;
  readonly to: Actor;
  readonly host: string;
  readonly step: Step;
  readonly operation?: string;
  readonly told: { readonly code: string; readonly status: number; readonly message: string };
  readonly check?: Pick<CheckRecord, "check"> & { readonly reason?: string };
}

/** The cause of a refusal of which nothing else is known; `null` for none. */
function causeOf({ from = "sdk", to, host, step, operation = "DoThis", told, check }: Refusal): string | null {
  const trace = createTrace(new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9))));
  const action = trace.root.enter("The action", { step, actor: from });
  const exchange = action.exchange(operation, to, { method: "POST", url: `https://${host}/`, headers: {}, body: "" });
  if (check !== undefined) exchange.span.check({ title: "a check", expected: { value: "one thing" }, actual: { value: "another" }, passed: false, ...check });
  const body = `<Error><Code>${told.code}</Code><Message>${told.message}</Message></Error>`;
  exchange.end({ response: { status: told.status, headers: { "content-type": "application/xml" }, body } });
  return diagnose(viewFailure(trace.events, { told, action: action.seq as number }))?.cause ?? null;
}

function isGeneral(refusal: Refusal): boolean {
  const cause = causeOf(refusal);
  return cause === null || GENERAL.includes(cause);
}

/** Names of rows whose cause is a general one. */
function generalOf(rows: readonly (readonly [name: string, refusal: Refusal])[]): readonly string[] {
  return rows.filter(([, refusal]) => isGeneral(refusal)).map(([name]) => name);
}

type Make = (...values: readonly unknown[]) => { readonly code: string; readonly status: number; readonly message: string };

function toldBy(make: unknown): Refusal["told"] {
  const value = Object.assign(["one"], { toString: () => "one" });
  const { code, status, message } = (make as Make)(value, value, value, value);
  return { code, status, message };
}

const PROBLEMS: readonly AuthenticationProblem["reason"][] = [
  ...(["malformed-authorization", "malformed-query", "headers-not-signed", "scope-date-differs", "wrong-region", "wrong-service"] as const),
  ...(["unknown-access-key", "malformed-session-token", "session-token-of-another-key", "expired", "role-deleted", "clock-skewed"] as const),
  ...(["presigned-url-expired", "signature-differs"] as const),
];
const TIMES = { expected: "20260105T090000Z", actual: "20260105T070000Z" };

/** Faults that always come with a check. */
const CHECKS: Readonly<Record<string, string>> = { noSuchBucket: "s3.bucket", noSuchKey: "s3.object", permanentRedirect: "s3.region" };
/** What nobody learns more of from a refusal alone: who is denied has a check with the policies' own record. */
const S3_EXCEPTIONS = ["accessDenied", "ciphertextKeyMissing"];

test("what S3 says of a request", () => {
  const rows = Object.entries(S3_FAULTS).map(([name, make]) => {
    const check = CHECKS[name];
    const refusal = { to: "s3", host: "b.s3.eu-west-1.amazonaws.com", step: 9, told: toldBy(make), ...(check === undefined ? {} : { check: { check } }) };
    return [name, refusal as Refusal] as const;
  });
  expect(generalOf(rows)).toEqual(S3_EXCEPTIONS);
});

describe("who signed a request", () => {
  test("of S3", () => {
    const rows = PROBLEMS.map((reason) => {
      const told = authenticationFault({ reason, ...TIMES }, { accessKeyId: "ASIA", sessionToken: "t", expires: "60" });
      return [reason, { to: "s3", host: "b.s3.eu-west-1.amazonaws.com", step: 9, told, check: { check: "s3.authentication", reason } }] as const;
    });
    expect(generalOf(rows)).toEqual([]);
  });

  test.each([
    { to: "sts", host: "sts.eu-west-1.amazonaws.com", check: "sts.authentication" },
    { to: "iam", host: "iam.amazonaws.com", check: "iam.authentication" },
    { to: "aws", host: "sqs.eu-west-1.amazonaws.com", check: "service.authentication" },
  ] as const)("of $to", ({ to, host, check }) => {
    const rows = PROBLEMS.map(
      (reason) => [reason, { to, host, step: 9, told: queryAuthenticationFault({ reason, ...TIMES }), check: { check, reason } }] as const,
    );
    expect(generalOf(rows)).toEqual([]);
  });
});

test("what IAM says of a change", () => {
  const rows = Object.entries(IAM_FAULTS).map(
    ([name, make]) => [name, { from: "developer", to: "iam", host: "iam.amazonaws.com", step: 0, operation: "CreateRole", told: toldBy(make) }] as const,
  );
  expect(generalOf(rows)).toEqual([]);
});

/** Each check of STS with each reason that its file gives. */
function checksOf(folder: string): readonly { readonly check: string; readonly reason: string }[] {
  const root = new URL(`../../fake-sts/src/${folder}/`, import.meta.url);
  return readdirSync(root).flatMap((file) => {
    const text = file.endsWith(".test.ts") ? "" : readFileSync(new URL(file, root), "utf8");
    const [, check] = /check: "(sts\.[a-z-]+)"/.exec(text) ?? [];
    const reasons = [...text.matchAll(/reason: "([a-z-]+)"/g)].map(([, reason = ""]) => reason);
    return check === undefined ? [] : [...new Set(reasons)].map((reason) => ({ check, reason }));
  });
}

test.each(["checks", "assume-role"])("what STS checks, in %s", (folder) => {
  const rows = checksOf(folder).map(
    (check) =>
      [
        `${check.check} ${check.reason}`,
        { to: "sts", host: "sts.eu-west-1.amazonaws.com", step: 7, told: { code: "Code", status: 400, message: "text" }, check },
      ] as const,
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(generalOf(rows)).toEqual([]);
});

const PODS = resourceOf("Pod");
const WEBHOOK = "pod-identity-webhook.amazonaws.com";

/** Each refusal of the API server as it is made. */
const KUBERNETES: Readonly<Record<keyof typeof REFUSALS, KubernetesStatus>> = {
  unauthorized: REFUSALS.unauthorized(),
  pathForbidden: REFUSALS.pathForbidden("somebody", "get", "/logs"),
  notAllowed: REFUSALS.notAllowed(PODS, "web", 'User "somebody" cannot get resource "pods" in API group "" in the namespace "default"'),
  forbidden: REFUSALS.forbidden(PODS, "web", 'no PriorityClass with name "high" was found'),
  namespaceTerminating: REFUSALS.namespaceTerminating(PODS, "web", "default"),
  noSuchRoute: REFUSALS.noSuchRoute(),
  podNotFound: REFUSALS.podNotFound("web"),
  notFound: REFUSALS.notFound(PODS, "web"),
  methodNotAllowed: REFUSALS.methodNotAllowed(),
  notAcceptable: REFUSALS.notAcceptable(["application/json"]),
  notRepresentable: REFUSALS.notRepresentable(["application/json"]),
  alreadyExists: REFUSALS.alreadyExists(PODS, "web"),
  modified: REFUSALS.modified(PODS, "web"),
  applyConflict: REFUSALS.applyConflict({ message: 'Apply failed with 1 conflict: conflict with "helm": .spec.replicas', causes: [] }),
  otherUid: REFUSALS.otherUid(PODS, { name: "web", namespace: "default", uid: "a" } as Parameters<typeof REFUSALS.otherUid>[1], "b"),
  noProcess: REFUSALS.noProcess({ namespace: "default", name: "web", subresource: "exec" }),
  badRequest: REFUSALS.badRequest("the namespace of the provided object does not match the namespace sent on the request"),
  otherNamespace: REFUSALS.otherNamespace(),
  tooOldList: REFUSALS.tooOldList(),
  tooOldContinue: REFUSALS.tooOldContinue("token"),
  tooLargeVersion: REFUSALS.tooLargeVersion(9, 1),
  noVersion: REFUSALS.noVersion("x"),
  tooOld: REFUSALS.tooOld(1, 9),
  unsupportedMediaType: REFUSALS.unsupportedMediaType(["application/json"]),
  unsupportedPatch: REFUSALS.unsupportedPatch(),
  invalid: REFUSALS.invalid(PODS, "web", [
    { field: "spec", reason: "FieldValueForbidden", message: "Forbidden: no" } as Parameters<typeof REFUSALS.invalid>[2][0],
  ]),
  versionOnCreate: REFUSALS.versionOnCreate(),
  webhookFailed: REFUSALS.webhookFailed(WEBHOOK, "failed to call webhook: connection refused"),
  webhookDenied: REFUSALS.webhookDenied(WEBHOOK, { code: 0, message: "bad content", reason: "" }),
  patchFailed: REFUSALS.patchFailed('replace operation does not apply: doc is missing path: "/spec": missing value'),
};

function toldByApiServer({ status, reason, message }: KubernetesStatus, check?: Refusal["check"]): Refusal {
  const told = { code: reason === "" ? String(status) : reason, status, message };
  const asked = { from: "developer", to: "api-server", host: "kubernetes.default.svc", step: 1, operation: "CreatePod", told } as const;
  return check === undefined ? asked : { ...asked, check };
}

describe("what the API server says", () => {
  test("of any request", () => {
    const rows = Object.entries(KUBERNETES).map(([name, status]) => [name, toldByApiServer(status)] as const);
    expect(generalOf(rows)).toEqual([]);
  });

  test.each(["api-server", "tokens-controller"])("with a check, in %s", (actor) => {
    const rows = namedChecks(`../../${actor}/src/`).map((check) => {
      const status = check === "api-server.authentication" ? KUBERNETES.unauthorized : check.endsWith("validation") ? KUBERNETES.invalid : KUBERNETES.forbidden;
      return [check, toldByApiServer(status, { check })] as const;
    });
    expect(rows.length).toBeGreaterThan(3);
    expect(generalOf(rows)).toEqual([]);
  });

  test("when a webhook does not answer as it should", () => {
    const texts = callErrors();
    expect(texts.length).toBeGreaterThan(5);
    const rows = texts.map(
      (text) => [text, toldByApiServer(REFUSALS.webhookFailed(WEBHOOK, text), { check: "admission.webhook", reason: "call-failed" })] as const,
    );
    expect(rows.flatMap(([text, refusal]) => (causeOf(refusal) === "webhook-call-failed" ? [] : [text]))).toEqual([]);
  });

  test("when a webhook denies", () => {
    const texts = reviewErrors();
    expect(texts.length).toBeGreaterThan(3);
    const rows = texts.map((message) => {
      const denied = REFUSALS.webhookDenied(WEBHOOK, { code: 0, message, reason: "" });
      return [message, toldByApiServer(denied, { check: "admission.webhook", reason: "denied" })] as const;
    });
    expect(rows.flatMap(([text, refusal]) => (causeOf(refusal) === "webhook-call-failed" ? [] : [text]))).toEqual([]);
  });
});

/** All sources of a folder, without tests. */
function sourcesIn(folder: string): readonly string[] {
  const root = new URL(folder, import.meta.url);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/\.test(-support)?\.ts$/.test(file))
    .map((file) => readFileSync(new URL(file, root), "utf8"));
}

/** The checks that sources of an actor name. */
function namedChecks(folder: string): readonly string[] {
  return [...new Set(sourcesIn(folder).flatMap((text) => [...text.matchAll(/check: "([a-z-]+\.[a-z-]+)"/g)].map(([, check = ""]) => check)))];
}

/** What the API server says of a webhook that it could not ask. */
function callErrors(): readonly string[] {
  const made = sourcesIn("../../api-server/src/admission/webhooks/").flatMap((text) => [...text.matchAll(/new WebhookCallError\([`"]([^`"]+)[`"]/g)]);
  return made.map(([, message = ""]) => message.replaceAll(/\$\{[^}]*\}/g, "one"));
}

/** What the webhook says of a review that it cannot read. */
function reviewErrors(): readonly string[] {
  const made = sourcesIn("../../webhook-mutator/src/admission-review/").flatMap((text) => [
    ...text.matchAll(/new ReviewError\((?:[`"]([^`"]+)[`"]|error\.message)/g),
  ]);
  return made.map(([, message = "some error of its decoder"]) => message.replaceAll(/\$\{[^}]*\}/g, "one"));
}
