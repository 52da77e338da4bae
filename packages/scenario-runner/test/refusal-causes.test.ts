/** Every refusal that a handler here can give has a cause of its own kind, and not only the one that is said when nothing better is known. */
import { readdirSync, readFileSync } from "node:fs";
import { type Actor, type CheckRecord, createTrace, epochMillis, type Step, VirtualClock } from "@irsa-sim/core";
import { CAUSES, diagnose, viewFailure } from "@irsa-sim/diagnosis";
import { describe, expect, test } from "vitest";
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
