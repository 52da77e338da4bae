/** The pauses between calls of STS, and between reads of the token file, in milliseconds: the longest that chance allows. */
import { expect, test } from "vitest";
import { CHAINS } from "../chains/chains.js";
import type { SdkId } from "../chains/sdk-id.js";
import { decideRetry, type RetryPolicy } from "./decide-retry.js";

test.each<{ readonly sdk: SdkId; readonly longest: readonly number[]; readonly shortest?: readonly number[]; readonly reads?: readonly number[] }>([
  { sdk: "dotnet-v3", longest: [100, 200, 400, 800], shortest: [100, 200, 400, 800], reads: [100, 400, 900] },
  { sdk: "dotnet-v4", longest: [100, 200], shortest: [100, 200], reads: [100, 400, 900] },
  { sdk: "botocore", longest: [1000, 2000, 4000, 8000] },
  { sdk: "aws-cli-v2", longest: [1000, 2000, 4000, 8000] },
  { sdk: "aws-cli-v1", longest: [1000, 2000, 4000, 8000] },
  { sdk: "js-v3", longest: [100, 200] },
  { sdk: "js-v2", longest: [100, 200, 400] },
  { sdk: "go-v2", longest: [1000, 2000] },
  { sdk: "go-v1", longest: [30, 60, 120] },
  { sdk: "java-v2", longest: [100, 200, 400] },
  { sdk: "java-v1", longest: [100, 200, 400] },
  { sdk: "rust", longest: [1000, 2000] },
  { sdk: "php", longest: [1200, 1440, 1728], shortest: [1200, 1440, 1728], reads: [1200, 1440, 1728] },
  { sdk: "ruby", longest: [300, 600, 1200], shortest: [300, 600, 1200] },
  { sdk: "cpp", longest: [100, 200, 400] },
  { sdk: "kotlin", longest: [100, 200] },
])("$sdk waits at most $longest", ({ sdk, longest, shortest = longest.map(() => 0), reads = [] }) => {
  const { retry, tokenFile } = CHAINS[sdk];
  expect(longest.map((_, index) => retry.pauseMs(index + 1, 1))).toEqual(longest);
  expect(shortest.map((_, index) => retry.pauseMs(index + 1, 0))).toEqual(shortest);
  expect(Array.from({ length: tokenFile.reads - 1 }, (_, index) => tokenFile.pauseMs(index + 1))).toEqual(reads);
});

const POLICY: RetryPolicy = {
  mode: "legacy",
  attempts: { legacy: 4, standard: 3 },
  codes: ["Worth"],
  pauseMs: (attempt, fraction) => attempt * 100 + fraction,
};

test.each<{
  readonly name: string;
  readonly failed: Parameters<typeof decideRetry>[2];
  readonly mode?: string;
  readonly policy?: RetryPolicy;
  readonly decision: object;
}>([
  { name: "a code that is named", failed: { code: "Worth", status: 400, attempt: 1 }, decision: { act: "again", pauseMs: 100.5 } },
  { name: "another", failed: { code: "Other", status: 400, attempt: 1 }, decision: { act: "give-up", isExhausted: false } },
  { name: "499 is the caller's fault", failed: { code: "Other", status: 499, attempt: 1 }, decision: { act: "give-up", isExhausted: false } },
  { name: "500 is not", failed: { code: "Other", status: 500, attempt: 2 }, decision: { act: "again", pauseMs: 200.5 } },
  { name: "nor is no answer", failed: { code: "Other", status: 0, attempt: 3 }, decision: { act: "again", pauseMs: 300.5 } },
  { name: "the last attempt", failed: { code: "Worth", status: 400, attempt: 4 }, decision: { act: "give-up", isExhausted: true } },
  { name: "the last of another mode", failed: { code: "Worth", status: 400, attempt: 3 }, mode: "standard", decision: { act: "give-up", isExhausted: true } },
  { name: "its last but one", failed: { code: "Worth", status: 400, attempt: 2 }, mode: "standard", decision: { act: "again", pauseMs: 200.5 } },
  { name: "a mode that counts for nobody", failed: { code: "Worth", status: 400, attempt: 3 }, mode: "adaptive", decision: { act: "again", pauseMs: 300.5 } },
  {
    name: "a mode that the SDK has no number for",
    failed: { code: "Worth", status: 400, attempt: 3 },
    mode: "standard",
    policy: { ...POLICY, attempts: { legacy: 4 } },
    decision: { act: "again", pauseMs: 300.5 },
  },
  {
    name: "an SDK without numbers calls once",
    failed: { code: "Worth", status: 400, attempt: 1 },
    policy: { ...POLICY, attempts: {} },
    decision: { act: "give-up", isExhausted: true },
  },
  {
    name: "the mode named is the SDK's own",
    failed: { code: "Worth", status: 400, attempt: 3 },
    mode: "legacy",
    policy: { ...POLICY, mode: "standard" },
    decision: { act: "again", pauseMs: 300.5 },
  },
])("$name", ({ failed, mode, policy = POLICY, decision }) => {
  expect(decideRetry(policy, mode === undefined ? {} : { AWS_RETRY_MODE: mode }, failed, 0.5)).toEqual(decision);
});
