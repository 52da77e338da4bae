/** Runs of which only a part of the trace is kept. */
import { expect, test } from "vitest";
import { WindowError } from "../src/index.js";
import { playVariant } from "./catalogue.js";

const APPLY = "timeline:\n  - apply: [service-account.yaml, pod.yaml]\n";
const CALL = '  - call: { pod: my-pod, sdk: go-v2, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }';

test("a long run is told from its ends as it is from all of it", async () => {
  const lines = `${APPLY}${CALL}\n  - advance: 3d\n  - iam: { role: my-pod-role, delete: true }\n  - advance: 2h\n${CALL}`;
  const [whole, window] = [await playVariant(lines), await playVariant(lines, { keepEvents: 400 })];
  expect(window.failure).toEqual(whole.failure);
  expect(window.failure?.code).toBe("AccessDenied");
  expect(window.steps.map(({ outcome }) => outcome)).toEqual(whole.steps.map(({ outcome }) => outcome));
  expect(window.window?.recorded).toBe(whole.events.length);
  expect(window.events).toHaveLength(window.window?.kept ?? 0);
  expect(window.events.length).toBeLessThanOrEqual(400);
  expect(window.expectations.find(({ met }) => !met)?.actual).toMatch(/^refused \(in \d+ of \d+ events\)$/);
});

test("where all fits in, nothing is said of a window", async () => {
  const { window, ...rest } = await playVariant("", { keepEvents: 100_000 });
  expect([window, JSON.stringify(rest)]).toEqual([undefined, JSON.stringify(await playVariant(""))]);
});

test("a refusal of which too little is kept is not explained wrongly", async () => {
  const refused = `replicas: 5\npatch:\n  aws: { oidcProviders: [] }\n${APPLY}${CALL}`;
  await expect(playVariant(refused, { keepEvents: 20 })).rejects.toThrow(WindowError);
});
