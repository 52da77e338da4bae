import { createRandom, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createMetadataTokens } from "./metadata-tokens.js";

function createStore() {
  const clock = new VirtualClock(epochMillis(0));
  return { clock, tokens: createMetadataTokens({ clock, random: createRandom("node") }) };
}

test("a token is good until its life is over, and one that nobody issued never", async () => {
  const { clock, tokens } = createStore();
  const token = tokens.issue(60);
  expect(token).toMatch(/^[\w-]{54}==$/);
  expect([tokens.isGood(token), tokens.isGood("other")]).toEqual([true, false]);
  await clock.advanceBy(59_999);
  expect(tokens.isGood(token)).toBe(true);
  await clock.advanceBy(1);
  expect(tokens.isGood(token)).toBe(false);
});

test.each([
  { name: "few that live", ttlSeconds: 20, most: 64 },
  { name: "many that live", ttlSeconds: 100, most: 198 },
])("of 1,000 tokens, one a second, no more are remembered than twice those that live: $name", async ({ ttlSeconds, most }) => {
  const { clock, tokens } = createStore();
  let largest = 0;
  for (let issued = 0; issued < 1000; issued += 1) {
    expect(tokens.isGood(tokens.issue(ttlSeconds))).toBe(true);
    largest = Math.max(largest, tokens.size);
    await clock.advanceBy(1000);
  }
  expect(largest).toBe(most);
});

test("none that lives is forgotten, however many there are", () => {
  const { tokens } = createStore();
  const issued = Array.from({ length: 1000 }, () => tokens.issue(60));
  expect([tokens.size, issued.every((token) => tokens.isGood(token))]).toEqual([1000, true]);
});
