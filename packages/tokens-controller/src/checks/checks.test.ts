import { createTrace, epochMillis, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { IRSA, POD, post } from "../tokens-controller.test-support.js";

/** The checks in the trace, and the stretch of work in which they stand. */
async function record(body: JsonObject, name = "my-sa") {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  await post(body, { span: trace.root, name });
  return {
    work: trace.events.flatMap((event) => (event.kind === "span" ? [[event.name, event.step, event.actor]] : [])),
    checks: trace.events.flatMap((event) => (event.kind === "check" ? [event] : [])),
  };
}

const ACCOUNT = { check: "tokens-controller.service-account", title: "service account exists" };
const LIFETIME = { check: "tokens-controller.expiration", title: "lifetime" };
const BOUND = { check: "tokens-controller.bound-object", title: "bound object" };

test("a token is issued in step 4, by the tokens controller", async () => {
  expect((await record({ spec: IRSA })).work).toEqual([["Issue the token", 4, "tokens-controller"]]);
});

test("what was checked before a token was issued", async () => {
  const { checks } = await record({ spec: IRSA });
  expect(checks.map(({ check, title, passed, expected, actual, reason }) => ({ check, title, passed, expected, actual, reason }))).toEqual([
    { ...ACCOUNT, passed: true, expected: { value: "default/my-sa" }, actual: { value: "uid sa-uid" }, reason: undefined },
    { ...LIFETIME, passed: true, expected: { value: "600 s to 2^32 s" }, actual: { value: "86400 s" }, reason: undefined },
    { ...BOUND, passed: true, expected: { value: "Pod web-0, uid pod-uid" }, actual: { value: "uid pod-uid" }, reason: undefined },
  ]);
});

describe("the check that failed, with the two values that differed", () => {
  const named = { check: "tokens-controller.metadata", title: "body names what the URL names" };
  test.each<{ readonly name: string; readonly body: JsonObject; readonly account?: string; readonly failed: object }>([
    {
      name: "another name",
      body: { metadata: { name: "other", namespace: "default" }, spec: IRSA },
      failed: { ...named, expected: { value: "my-sa" }, actual: { value: "other" }, reason: "Invalid" },
    },
    {
      name: "another namespace",
      body: { metadata: { name: "my-sa", namespace: "prod" }, spec: IRSA },
      failed: { ...named, expected: { value: "default" }, actual: { value: "prod" }, reason: "Invalid" },
    },
    {
      name: "no account",
      body: { spec: IRSA },
      account: "none",
      failed: { ...ACCOUNT, expected: { value: "default/none" }, actual: { value: "none" }, reason: "NotFound" },
    },
    {
      name: "another uid of the account",
      body: { metadata: { uid: "old" }, spec: IRSA },
      failed: { ...ACCOUNT, expected: { value: "default/my-sa" }, actual: { value: "uid sa-uid" }, reason: "Conflict" },
    },
    {
      name: "too short a life",
      body: { spec: { ...IRSA, expirationSeconds: 599 } },
      failed: { ...LIFETIME, expected: { value: "600 s to 2^32 s" }, actual: { value: "599 s" }, reason: "Invalid" },
    },
    {
      name: "a pod that is gone",
      body: { spec: { ...IRSA, boundObjectRef: { ...POD, name: "gone", uid: "" } } },
      failed: { ...BOUND, expected: { value: "Pod gone" }, actual: { value: "none" }, reason: "NotFound" },
    },
    {
      name: "a pod without a name",
      body: { spec: { ...IRSA, boundObjectRef: { ...POD, name: "", uid: "" } } },
      failed: { ...BOUND, expected: { value: "Pod " }, actual: { value: "none" }, reason: "BadRequest" },
    },
    {
      name: "a pod that was made again",
      body: { spec: { ...IRSA, boundObjectRef: { ...POD, uid: "old" } } },
      failed: { ...BOUND, expected: { value: "Pod web-0, uid old" }, actual: { value: "uid pod-uid" }, reason: "Conflict" },
    },
  ])("$name", async ({ body, account, failed }) => {
    const { checks } = await record(body, account);
    expect(checks.filter(({ passed }) => !passed)).toEqual([expect.objectContaining(failed)]);
    expect(checks.at(-1)?.passed).toBe(false);
  });
});

test("a body that names the account as the URL does is as good as one that does not", async () => {
  const { checks } = await record({ metadata: { name: "my-sa", namespace: "default", uid: "sa-uid" }, spec: IRSA });
  expect(checks.map(({ passed }) => passed)).toEqual([true, true, true]);
});
