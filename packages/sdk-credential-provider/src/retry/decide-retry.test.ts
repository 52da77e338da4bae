import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHAINS } from "../chains/chains.js";
import type { SdkId } from "../chains/sdk-id.js";
import { createPod, IRSA } from "../pod.test-support.js";
import { decideRetry } from "./decide-retry.js";

/** Calls of STS in section 6, for IDPCommunicationError, InvalidIdentityToken and ExpiredTokenException. */
const ATTEMPTS: readonly { readonly sdk: SdkId; readonly mode?: "legacy" | "standard"; readonly calls: string }[] = [
  { sdk: "dotnet-v3", calls: "5 5 1" },
  { sdk: "dotnet-v3", mode: "standard", calls: "3 3 1" },
  { sdk: "dotnet-v4", calls: "3 3 1" },
  { sdk: "botocore", calls: "3 1 1" },
  { sdk: "botocore", mode: "legacy", calls: "5 1 1" },
  { sdk: "aws-cli-v1", calls: "5 1 1" },
  { sdk: "aws-cli-v2", calls: "3 1 1" },
  { sdk: "js-v3", calls: "3 1 1" },
  { sdk: "js-v2", calls: "1 4 1" },
  { sdk: "go-v2", calls: "3 3 1" },
  { sdk: "go-v1", calls: "4 4 4" },
  { sdk: "java-v2", calls: "3 1 1" },
  { sdk: "java-v2", mode: "legacy", calls: "4 1 1" },
  { sdk: "java-v1", calls: "4 4 1" },
  { sdk: "rust", calls: "3 1 1" },
  { sdk: "php", calls: "4 4 1" },
  { sdk: "ruby", calls: "4 1 1" },
  { sdk: "cpp", calls: "4 4 1" },
  { sdk: "kotlin", calls: "3 1 1" },
];

describe("how often STS is called before an SDK gives up", () => {
  test.each(ATTEMPTS.map((row) => ({ ...row, mode: row.mode ?? "its own" })))("$sdk in $mode mode: $calls", async ({ sdk, mode, calls }) => {
    const environment = mode === "its own" ? IRSA : { ...IRSA, AWS_RETRY_MODE: mode };
    const counts: number[] = [];
    for (const code of ["IDPCommunicationError", "InvalidIdentityToken", "ExpiredTokenException", "AccessDenied"]) {
      const { call, state } = createPod({ sdk, environment, stsError: { status: 400, code } });
      await call();
      counts.push(state.calls.length);
    }
    expect(counts.join(" ")).toBe(`${calls} 1`);
  });

  test.each([
    { sdk: "js-v3", code: "Throttling", calls: 3 },
    { sdk: "java-v1", code: "Throttling", calls: 4 },
    { sdk: "java-v1", code: "RequestTimeTooSkewed", calls: 4 },
  ] as const)("$sdk and $code: $calls", async ({ sdk, code, calls }) => {
    const { call, state } = createPod({ sdk, stsError: { status: 400, code } });
    await call();
    expect(state.calls.length).toBe(calls);
  });

  test.each(["LEGACY", "", "constructor"])("a mode %j that nobody knows leaves the SDK its own", (mode) => {
    const failed = { code: "InternalFailure", status: 500, attempt: 4 };
    for (const { retry } of Object.values(CHAINS))
      expect(decideRetry(retry, { AWS_RETRY_MODE: mode }, failed, 0.5)).toEqual(decideRetry(retry, {}, failed, 0.5));
  });

  test("a fault of the server is worth another call in every SDK", () => {
    for (const { retry } of Object.values(CHAINS)) expect(decideRetry(retry, {}, { code: "InternalFailure", status: 500, attempt: 1 }, 0.5).act).toBe("again");
  });

  test("a connection that failed is worth another call in every SDK", () => {
    for (const { retry } of Object.values(CHAINS)) expect(decideRetry(retry, {}, { code: "ETIMEDOUT", status: 0, attempt: 1 }, 0.5).act).toBe("again");
  });
});

describe("pauses, on the run's clock", () => {
  test.each<{ readonly sdk: SdkId; readonly code: string; readonly seconds: readonly [number, number] }>([
    { sdk: "botocore", code: "IDPCommunicationError", seconds: [0, 15] },
    { sdk: "js-v3", code: "IDPCommunicationError", seconds: [0, 0.3] },
    { sdk: "js-v2", code: "InvalidIdentityToken", seconds: [0, 0.7] },
    { sdk: "go-v1", code: "InvalidIdentityToken", seconds: [0, 0.21] },
    { sdk: "php", code: "InvalidIdentityToken", seconds: [4.368, 4.368] },
    { sdk: "ruby", code: "IDPCommunicationError", seconds: [2.1, 2.1] },
  ])("$sdk waits from $seconds.0 to $seconds.1 seconds in all", async ({ sdk, code, seconds: [least, most] }) => {
    const { call, clock, notes } = createPod({ sdk, environment: { ...IRSA, AWS_EC2_METADATA_DISABLED: "true" }, stsError: { status: 400, code } });
    const before = clock.now();
    await call();
    const waited = (clock.now() - before) / 1000;
    expect(waited).toBeGreaterThanOrEqual(least);
    expect(waited).toBeLessThanOrEqual(most);
    expect(notes("sdk.sts-retry").reduce((sum, { attributes }) => sum + Number(attributes.pauseMs), 0) / 1000).toBeCloseTo(waited, 3);
  });

  test("property: no SDK makes more calls than its mode allows, nor waits less than nothing", () => {
    const sdk = fc.constantFrom(...Object.values(CHAINS));
    const failure = fc.record({
      code: fc.constantFrom("IDPCommunicationError", "InvalidIdentityToken", "AccessDenied"),
      status: fc.constantFrom(0, 400, 403, 500),
    });
    fc.assert(
      fc.property(
        sdk,
        fc.constantFrom(undefined, "legacy", "standard", "adaptive"),
        failure,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ retry }, mode, failed, fraction) => {
          const most = Math.max(...Object.values(retry.attempts));
          let attempt = 1;
          for (; ; attempt += 1) {
            const decision = decideRetry(retry, mode === undefined ? {} : { AWS_RETRY_MODE: mode }, { ...failed, attempt }, fraction);
            if (decision.act === "give-up") break;
            expect(decision.pauseMs).toBeGreaterThanOrEqual(0);
          }
          expect(attempt).toBeLessThanOrEqual(most);
        },
      ),
    );
  });
});
