import { describe, expect, test } from "vitest";
import { ACCOUNT, createTestWorld, credentialsIn, ROLE_ARN, type TestWorld } from "../world.test-support.js";

describe("what an event is about", () => {
  const about = ({ events }: TestWorld, step: number) =>
    events.filter((event) => event.step === step && event.actor === "sts").map(({ kind, subject }) => [kind, subject?.session]);
  const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/my-pod-role/my-session`;

  test("from the moment that there is a session, the session", async () => {
    const world = createTestWorld();
    await world.assumeRole();
    expect(new Set(about(world, 7).map(([, session]) => session))).toEqual(new Set([undefined]));
    expect(about(world, 8)).toEqual([
      ["span", undefined],
      ["change", SESSION],
      ["note", SESSION],
    ]);
  });

  test("of a signed call the session that signed, and of a chained role the new one", async () => {
    const world = createTestWorld();
    const credentials = credentialsIn(await world.assumeRole());
    world.changeTrustPolicy([{ Effect: "Allow", Principal: { AWS: ROLE_ARN }, Action: "sts:AssumeRole" }]);
    await world.signedCall("GetCallerIdentity", {}, { credentials });
    const before = about(world, 6).length;
    expect(about(world, 6)).toEqual([
      ["span", undefined],
      ["check", undefined],
      ["note", SESSION],
    ]);
    await world.signedCall("AssumeRole", { RoleArn: ROLE_ARN, RoleSessionName: "next" }, { credentials });
    const next = SESSION.replace("my-session", "next");
    const [, , ...chained] = about(world, 6).slice(before);
    expect(chained.slice(-2)).toEqual([
      ["change", next],
      ["note", next],
    ]);
    expect(new Set(chained.slice(0, -2).map(([, session]) => session))).toEqual(new Set([SESSION]));
  });

  test("of a user's call no session", async () => {
    const world = createTestWorld();
    await world.signedCall("GetCallerIdentity");
    expect(world.events.every(({ subject }) => subject === undefined)).toBe(true);
  });
});
