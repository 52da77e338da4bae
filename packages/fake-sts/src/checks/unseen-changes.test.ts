import { bodyText, type JsonObject, type NoteEvent } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createTestWorld, PROVIDER_ARN, ROLE_ARN, type TestWorld, trustStatement } from "../world.test-support.js";

/** A world in which STS sees a change of IAM twenty seconds later, and by now sees what there was at first. */
async function settledWorld(): Promise<TestWorld> {
  const world = createTestWorld({ propagationMs: 20_000 });
  await world.clock.advanceBy(20_000);
  return world;
}

const CLOSED: JsonObject[] = [{ ...trustStatement(), Effect: "Deny" }];

test.each<{ readonly name: string; readonly statements: JsonObject[]; readonly seconds: number; readonly status: number }>([
  { name: "nothing was changed", statements: [trustStatement()], seconds: 0, status: 200 },
  { name: "a trust policy that was closed is open still", statements: CLOSED, seconds: 19, status: 200 },
  { name: "and is closed when the change is there", statements: CLOSED, seconds: 20, status: 403 },
])("$name, and nothing is noted", async ({ statements, seconds, status }) => {
  const world = await settledWorld();
  world.changeTrustPolicy(statements);
  await world.clock.advanceBy(seconds * 1000);
  expect((await world.assumeRole()).status).toBe(status);
  expect(notesOf(world)).toEqual([]);
});

test("a provider that STS does not see yet is refused, and noted with the time from which it is seen", async () => {
  const world = createTestWorld({ propagationMs: 20_000 });
  await world.clock.advanceBy(19_000);
  expect(bodyText(await world.assumeRole())).toContain("No OpenIDConnect provider found");
  expect(notesOf(world)).toEqual([{ arn: PROVIDER_ARN, changedAt: "2026-01-05T09:00:00Z", seenFrom: "2026-01-05T09:00:20Z" }]);
});

test("a trust policy that was opened", async () => {
  const world = createTestWorld({ propagationMs: 20_000 });
  world.changeTrustPolicy(CLOSED);
  await world.clock.advanceBy(20_000);
  world.changeTrustPolicy([trustStatement()]);
  expect(bodyText(await world.assumeRole())).toContain("Not authorized to perform sts:AssumeRoleWithWebIdentity");
  expect(notesOf(world)).toMatchObject([{ arn: ROLE_ARN, seenFrom: "2026-01-05T09:00:40Z" }]);
});

function notesOf({ events }: TestWorld) {
  return events.filter((event): event is NoteEvent => event.kind === "note" && event.name === "iam.change-not-seen-yet").map(({ attributes }) => attributes);
}
