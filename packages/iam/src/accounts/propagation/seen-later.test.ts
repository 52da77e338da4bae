import { type Arn, createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { Role } from "../account.js";
import { createIam } from "../create-iam.js";
import { noteUnseenChange } from "./seen-later.js";

const START = epochMillis(Date.UTC(2026, 0, 5, 9));
const DELAY_MS = 10_000;
const ARN = "arn:aws:iam::111122223333:role/app" as Arn;

const role = (id: string): Role => ({
  arn: ARN,
  id,
  name: "app",
  path: "/",
  trustPolicy: { source: "role/app/trust-policy", document: {} },
  inlinePolicies: new Map(),
  tags: new Map(),
  maxSessionDurationSeconds: 3600,
  createdAt: START,
});

/** A role that was always there, is changed after a second and taken away after three. */
async function changedIam(propagationMs: number) {
  const clock = new VirtualClock(START);
  const iam = createIam({ clock, random: createRandom("iam"), accounts: ["111122223333"], propagationMs });
  const roles = iam.account("111122223333")?.roles;
  if (roles === undefined) throw new Error("no account");
  roles.set("app", role("first"));
  iam.settle();
  await clock.advanceBy(1000);
  roles.set("app", role("second"));
  await clock.advanceBy(2000);
  roles.delete("app");
  return { clock, iam };
}

test.each([
  { name: "at the end of the changes", laterMs: 0, id: "first", changedMs: 3000 },
  { name: "just before the first arrives", laterMs: 7999, id: "first", changedMs: 3000 },
  { name: "when the first arrives", laterMs: 8000, id: "second", changedMs: 3000 },
  { name: "just before the second arrives", laterMs: 9999, id: "second", changedMs: 3000 },
  { name: "when the second arrives", laterMs: 10_000, id: undefined, changedMs: null },
])("services see changes ten seconds later: $name", async ({ laterMs, id, changedMs }) => {
  const { clock, iam } = await changedIam(DELAY_MS);
  await clock.advanceBy(laterMs);
  const { seenByServices } = iam;
  expect([seenByServices.findRole(ARN)?.id, seenByServices.account("111122223333")?.roles.get("app")?.id]).toEqual([id, id]);
  const unseen = changedMs === null ? null : { arn: ARN, changedAt: START + changedMs, seenFrom: START + changedMs + DELAY_MS };
  expect(seenByServices.unseenChange(ARN)).toEqual(unseen);
  expect([iam.findRole(ARN), iam.unseenChange(ARN)]).toEqual([null, null]);
});

test("without a delay they see them at once, and other ARNs and accounts are not theirs", async () => {
  const { iam } = await changedIam(0);
  expect([iam.seenByServices.findRole(ARN), iam.seenByServices.unseenChange(ARN)]).toEqual([null, null]);
  const { seenByServices } = (await changedIam(DELAY_MS)).iam;
  expect([seenByServices.unseenChange("arn:aws:iam::111122223333:role/other"), seenByServices.account("444455556666")]).toEqual([null, null]);
  const developer = seenByServices.account("111122223333")?.users.get("developer");
  expect([seenByServices.findUser(developer?.accessKeyId ?? ""), seenByServices.findUser("AKIA")]).toEqual([developer, null]);
});

test("a refusal that was decided on an old copy is noted, any other is not", async () => {
  const { clock, iam } = await changedIam(DELAY_MS);
  const trace = createTrace(clock);
  const notes = () => trace.events.filter(({ kind }) => kind === "note");
  noteUnseenChange(iam, ARN, trace.root);
  expect(notes()).toEqual([]);
  noteUnseenChange(iam.seenByServices, ARN, trace.root);
  const attributes = { arn: ARN, changedAt: "2026-01-05T09:00:03Z", seenFrom: "2026-01-05T09:00:13Z" };
  expect(notes()).toMatchObject([{ name: "iam.change-not-seen-yet", attributes }]);
});

test("an account id has twelve digits", () => {
  const create = (id: string) => createIam({ clock: new VirtualClock(START), random: createRandom("iam"), accounts: [id] });
  expect(() => create("11112222333")).toThrow("twelve digits: 11112222333");
  expect(() => create("1111222233334")).toThrow("twelve digits");
});
