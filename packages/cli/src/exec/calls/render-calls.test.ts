import { epochMillis, type Failure } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createPalette } from "../../terminal/palette.js";
import type { CallLog } from "./call-log.js";
import { createCallSorts } from "./call-sorts.js";
import type { ClientCall } from "./client-call.js";
import { renderCalls } from "./render-calls.js";

const START = Date.UTC(2026, 0, 5, 9);
const ROLE = "arn:aws:sts::111122223333:assumed-role/my-pod-role";
const NODE = "arn:aws:sts::111122223333:assumed-role/my-node-role/i-0123456789abcdef0";
const PYTHON = "Boto3/1.34.46";

const call = (part: Partial<ClientCall>): ClientCall => ({
  ...{ name: "GetObject", to: "s3", status: 200, principal: `${ROLE}/app`, issued: null, exchangedToken: null, client: PYTHON, decided: null, refusal: null },
  ...part,
});
const exchange = (part: Partial<ClientCall> = {}): ClientCall =>
  call({ name: "AssumeRoleWithWebIdentity", to: "sts", principal: null, issued: `${ROLE}/app`, exchangedToken: "t", ...part });

function refused(part: Partial<ClientCall>, { code, cause, message }: Pick<Failure, "code" | "cause" | "message">): ClientCall {
  const told = { code, message, status: 403, action: 1 };
  const because = cause === null ? null : "what is behind it";
  const failure: Failure = {
    ...told,
    step: 9,
    check: null,
    event: null,
    cause,
    because,
    expected: null,
    actual: null,
    also: [],
    fix: null,
    action: 1,
  } as unknown as Failure;
  return call({ ...part, status: 403, refusal: { told, failure, compared: null } });
}

/** A log of calls, a second apart, by as many tokens as there are texts of them. */
function logOf(calls: readonly ClientCall[]): CallLog {
  const sorts = createCallSorts();
  for (const [index, one] of calls.entries()) sorts.add(one, { at: epochMillis(START + index * 1000) });
  const tokens = new Set(calls.flatMap(({ exchangedToken }) => exchangedToken ?? [])).size;
  const counts = new Map<ClientCall, number>();
  for (const one of calls) counts.set(one, (counts.get(one) ?? 0) + 1);
  const groups = [...counts].map(([one, count]) => ({ call: one, count }));
  return {
    ...{ sorts: sorts.sorts, total: calls.length, groups, furtherCalls: 0, callers: [], hasFurtherCallers: false, tokens, client: "", refusal: null },
  };
}

const times = (count: number, make: (index: number) => ClientCall): readonly ClientCall[] => Array.from({ length: count }, (_, index) => make(index));
const DENIED = { code: "AccessDenied", cause: "identity-policy-gap", message: "not authorized" } as const;

const READ = call({});
const TEN = [
  exchange(),
  ...times(5, () => READ),
  call({ name: "GetMetadataToken", to: "node", principal: null, client: "curl/8.5.0" }),
  call({ name: "GetCallerIdentity", to: "sts", principal: NODE, client: "curl/8.5.0" }),
  refused({ name: "PutObject" }, DENIED),
  call({ name: "GetCallerIdentity", to: "sts" }),
];
/** Fifty processes, each with a session of its own, and tokens that are replaced. */
const MANY = times(10_000, (index) => {
  const session = `${ROLE}/botocore-session-${1_767_600_000 + (index % 50)}`;
  const client = index % 3 === 0 ? "aws-sdk-go-v2/1.30.3" : PYTHON;
  if (index % 200 < 50) return exchange({ issued: session, client, exchangedToken: `token ${index % 4}` });
  if (index % 500 === 499) return refused({ principal: session, client, name: "PutObject" }, { ...DENIED, message: `${session} is not authorized` });
  return call({ principal: session, client });
});

describe("at 80 columns", () => {
  test.each([
    { name: "nobody was called", calls: [], isVerbose: false },
    { name: "one call", calls: [exchange()], isVerbose: false },
    {
      name: "one that was refused",
      calls: [refused({ ...exchange(), issued: null, exchangedToken: null }, { ...DENIED, cause: "trust-sub-mismatch" })],
      isVerbose: false,
    },
    { name: "ten calls, one as the node and one refused", calls: TEN, isVerbose: false },
    { name: "ten calls, verbose", calls: TEN, isVerbose: true },
    { name: "10,000 calls of two clients with fifty sessions each", calls: MANY, isVerbose: false },
  ])("$name", ({ calls, isVerbose }) => {
    const text = renderCalls(logOf(calls), { width: 80, palette: createPalette(false), isVerbose });
    expect(text).toMatchSnapshot();
    expect(Math.max(...text.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test("a client that calls itself something else each time fills no screen, and all calls are counted", () => {
    const text = renderCalls(logOf(times(3000, (index) => call({ client: `app/${index}` }))), { width: 80, palette: createPalette(false), isVerbose: false });
    expect(text.split("\n").length).toBeLessThan(140);
    expect(text).toContain("and 2,960 calls of other sorts");
  });
});
