/** A fleet: every pod many times. */
import { describe, expect, test } from "vitest";
import { playVariant } from "./catalogue.js";

const CALL = '  - call: { pod: my-pod, sdk: go-v2, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }';
const APPLY = "timeline:\n  - apply: [service-account.yaml, pod.yaml]\n";

const callsIn = (events: Awaited<ReturnType<typeof playVariant>>["events"]) => events.filter((event) => event.kind === "note" && event.name === "sdk.call");

test("each pod is created, and calls by itself", async () => {
  const { failure, events } = await playVariant(`replicas: 3\n${APPLY}${CALL}`);
  const created = events.flatMap((event) => (event.kind === "span" && event.name.startsWith("Apply Pod") ? [event.name] : []));
  expect([failure, created, callsIn(events).length]).toEqual([null, ["Apply Pod my-pod-0", "Apply Pod my-pod-1", "Apply Pod my-pod-2"], 3]);
});

test("one replica is as if nothing had been said", async () => {
  const { events: alone } = await playVariant("");
  const { events: one } = await playVariant("replicas: 1");
  expect(JSON.stringify(one)).toBe(JSON.stringify(alone));
});

describe("what is expected holds for all, and the first that deviates is named", () => {
  test.each<{ readonly name: string; readonly lines: string; readonly missed: readonly (readonly [string, string])[] }>([
    { name: "a pod that is deleted", lines: `${APPLY}  - delete: { pod: my-pod }\n  - expect: { pod: { name: my-pod, running: false } }`, missed: [] },
    {
      name: "a pod that runs, and should not",
      lines: `${APPLY}  - expect: { pod: { name: my-pod, running: false } }`,
      missed: [["timeline[1].pod.running", "true (replica 0)"]],
    },
    {
      name: "a refusal that all get, and expect",
      lines: `patch:\n  aws: { oidcProviders: [] }\n${APPLY}${CALL}\n  - expect: { outcome: refused, step: 7 }`,
      missed: [],
    },
    {
      name: "a refusal that nobody gets",
      lines: `${APPLY}${CALL}\n  - expect: { outcome: refused }`,
      missed: [["timeline[2].outcome", "succeeded (replica 0)"]],
    },
    {
      name: "a fault in each pod",
      lines: `${APPLY}  - fault: { token-tampered: { pod: my-pod, claim: sub, value: nobody } }\n${CALL}\n  - expect: { outcome: refused, step: 7 }`,
      missed: [],
    },
  ])("$name", async ({ lines, missed }) => {
    const { expectations } = await playVariant(`replicas: 2\n${lines}`);
    expect(expectations.filter(({ met }) => !met).map(({ path, actual }) => [path, actual])).toEqual(missed);
  });

  test("the second one alone deviates", async () => {
    const { expectations } = await playVariant(
      `replicas: 2\n${APPLY}  - expect: { token: { pod: my-pod, claims: { kubernetes.io: { pod: { name: my-pod-0 } } } } }`,
    );
    expect(expectations.find(({ met }) => !met)?.actual).toMatch(/"name":"my-pod-1".* \(replica 1\)$/);
  });

  test("a refusal that nobody expected is told of the first", async () => {
    const { expectations, failure } = await playVariant(`replicas: 2\npatch:\n  aws: { oidcProviders: [] }\n${APPLY}${CALL}`);
    expect([failure?.code, expectations.find(({ met }) => !met)?.actual]).toEqual(["InvalidIdentityToken", "refused (replica 0)"]);
  });
});

test("a replica's values are found where its manifest was written", async () => {
  const { events } = await playVariant(`replicas: 2\n${APPLY}${CALL}`);
  const places = JSON.stringify(events);
  expect(places).toContain("basic/pod.yaml");
});
