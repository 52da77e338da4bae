import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findForgettable } from "./find-forgettable.js";
import { NOW, TEAM_ROLE as role } from "./role.test-support.js";
import { NO_GRANTS } from "./role-session.js";
import { createSessionStore } from "./session-store.js";

const HOUR_MS = 3_600_000;

function createStore() {
  const clock = new VirtualClock(NOW);
  const store = createSessionStore({ clock, random: createRandom("store") });
  const issue = (durationSeconds = 900) => store.issue({ role, sessionName: "one", durationSeconds, webIdentity: null, grants: NO_GRANTS });
  return { clock, store, issue };
}

test("a session says what it stands for, and is found by its key", () => {
  const { store, issue } = createStore();
  const session = issue(3600);
  expect(session).toMatchObject({
    kind: "role",
    roleId: "AROAEXAMPLE",
    assumedRoleArn: "arn:aws-cn:sts::111122223333:assumed-role/app/one",
    issuedAt: NOW,
    expiresAt: NOW + HOUR_MS,
    roleTags: role.tags,
  });
  expect([store.find({ accessKeyId: session.accessKeyId }), store.find({ accessKeyId: "ASIAQNZGKIQY56JQ7WML" })]).toEqual([session, null]);
});

/** `count` sessions that expired so long ago, the later named the further back. */
const expired = (count: number, agoMs: number) =>
  Array.from({ length: count }, (_, n) => ({ accessKeyId: `${agoMs}-${n}`, expiresAt: epochMillis(NOW - agoMs - n) }));

describe("what need not be remembered", () => {
  test.each([
    { name: "what is valid stays, however much", sessions: expired(1500, -HOUR_MS), forgotten: 0 },
    { name: "what expired within the hour stays, however much", sessions: expired(1500, HOUR_MS - 1499), forgotten: 0 },
    { name: "of what expired before, a thousand stay", sessions: expired(1000, HOUR_MS + 1), forgotten: 0 },
    { name: "and no more", sessions: expired(1003, HOUR_MS + 1), forgotten: 3 },
    { name: "the younger ones do not take their place", sessions: [...expired(1500, HOUR_MS - 1499), ...expired(1000, 2 * HOUR_MS)], forgotten: 0 },
  ])("$name", ({ sessions, forgotten }) => {
    expect(findForgettable(sessions, NOW)).toHaveLength(forgotten);
  });

  test("those go that expired first, whatever the order of their issue", () => {
    const sessions = expired(1002, 2 * HOUR_MS);
    const oldest = sessions.slice(-2).map(({ accessKeyId }) => accessKeyId);
    fc.assert(
      fc.property(fc.shuffledSubarray(sessions, { minLength: sessions.length }), (shuffled) => {
        expect([...findForgettable(shuffled, NOW)].sort()).toEqual([...oldest].sort());
      }),
      { numRuns: 20 },
    );
  });
});

test("a store that issues without end stays small, and never forgets what may still come", async () => {
  const { clock, store, issue } = createStore();
  // 90 are valid, 361 expired within the hour; twice that and the thousand, because of the slack between two sweeps.
  const bound = 2 * (90 + 361 + 1000);
  const first = issue();
  const latest: string[] = [];
  let largest = 0;
  for (let n = 0; n < 5000; n += 1) {
    latest.push(issue().accessKeyId);
    largest = Math.max(largest, store.size);
    await clock.advanceBy(10_000);
  }
  expect(largest).toBeLessThanOrEqual(bound);
  expect(store.find({ accessKeyId: first.accessKeyId })).toBeNull();
  expect(latest.slice(-90 - 361 - 1000).filter((key) => store.find({ accessKeyId: key }) === null)).toEqual([]);
});
