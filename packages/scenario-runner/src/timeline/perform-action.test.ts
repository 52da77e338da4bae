import { createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { createWorld, parseWorldDescription, WELL_KNOWN_KEYS, type World } from "@irsa-sim/simulation";
import { afterEach, beforeEach, expect, test } from "vitest";
import { performAction } from "./perform-action.js";

const START_AT = epochMillis(Date.UTC(2026, 0, 5, 9));

let world: World;
beforeEach(async () => {
  const clock = new VirtualClock(START_AT);
  const description = parseWorldDescription({});
  world = await createWorld({ description, clock, trace: createTrace(clock, {}), random: createRandom("1"), keys: WELL_KNOWN_KEYS });
});
afterEach(() => world.close());

const ACCOUNT = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "mine", namespace: "default" } };

test("what a timeline would do is done", async () => {
  expect(await performAction(world, { name: "apply", written: [], objects: [ACCOUNT] })).toBeNull();
  expect(world.readObject("ServiceAccount", "default", "mine")).toMatchObject(ACCOUNT);
});

test("a value that is short for an object is one here too", async () => {
  await performAction(world, { name: "advance", written: "90m" });
  expect(world.clock.now() - START_AT).toBe(5_400_000);
});

test("who was refused is told", async () => {
  expect(await performAction(world, { name: "iam", written: { role: "nobody", delete: true } })).toMatchObject({ code: "NoSuchEntity", status: 404 });
});

test.each([
  { name: "an unknown action", action: { name: "dance", written: true }, message: 'there is no action "dance"' },
  {
    name: "a value of another form",
    action: { name: "fault", written: { slow: { host: "sts.eu-west-1.amazonaws.com", by: "soon" } } },
    message: "fault.slow.by: expected a duration such as 90m or 24h, at most 3650d",
  },
  {
    name: "a member too many",
    action: { name: "exit", written: { pod: "p", container: "c", code: 1 } },
    message: "exit: expected one of: pod, namespace, container",
  },
])("$name is no action", async ({ action, message }) => {
  await expect(performAction(world, action)).rejects.toMatchObject({ code: "ERR_ACTION_INVALID", message });
});
