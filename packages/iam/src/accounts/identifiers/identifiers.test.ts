import { createRandom } from "@irsa-sim/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createSessionToken, isSessionToken } from "../../sessions/session-token.js";
import { createSecretAccessKey } from "./create-secret-access-key.js";
import { createUniqueId } from "./create-unique-id.js";
import { decodeAccount } from "./decode-account.js";

const ACCOUNT = fc.integer({ min: 0, max: 999_999_999_999 }).map((number) => String(number).padStart(12, "0"));

test.each([
  { prefix: "AKIA", length: 20 },
  { prefix: "ASIA", length: 20 },
  { prefix: "AROA", length: 21 },
  { prefix: "AIDA", length: 21 },
] as const)("$prefix: $length characters of A-Z and 2-7, of which characters 5 to 12 follow from the account", ({ prefix, length }) => {
  fc.assert(
    fc.property(ACCOUNT, fc.string(), fc.string(), (account, seed, otherSeed) => {
      const id = createUniqueId(prefix, account, createRandom(seed));
      expect(id).toMatch(new RegExp(`^${prefix}[A-Z2-7]{${length - 4}}$`));
      expect(createUniqueId(prefix, account, createRandom(otherSeed)).slice(4, 12)).toBe(id.slice(4, 12));
    }),
  );
});

test("an access key id tells its account, and nothing else does", () => {
  fc.assert(
    fc.property(ACCOUNT, fc.string(), (account, seed) => {
      expect(decodeAccount(createUniqueId("ASIA", account, createRandom(seed)))).toBe(account);
    }),
  );
  expect(["AROAQNZGKIQY56JQ7WMLA", "ASIA", "ASIA0000000000000000", `ASIA${"7".repeat(16)}`].map(decodeAccount)).toEqual([null, null, null, null]);
  expect(["xASIAQNZGKIQY56JQ7WML", "ASIAQNZGKIQY56JQ7WMLA"].map(decodeAccount)).toEqual([null, null]);
});

test("secret access keys have 40 characters", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(createSecretAccessKey(createRandom(seed))).toMatch(/^[A-Za-z0-9/+]{40}$/);
    }),
  );
});

test("session tokens begin with IQoJb3JpZ2luX2Vj and grow as asked", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 4096 }), (seed, minimumBytes) => {
      const token = createSessionToken(createRandom(seed), minimumBytes);
      expect(token.startsWith("IQoJb3JpZ2luX2Vj")).toBe(true);
      expect(token.length).toBeGreaterThanOrEqual(minimumBytes);
      expect(token.length).toBeLessThanOrEqual(Math.max(588, minimumBytes + 4));
      expect(isSessionToken(token)).toBe(true);
    }),
  );
});
