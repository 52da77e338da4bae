import { bodyText, type JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createTestWorld, element, type TestWorld } from "../world.test-support.js";

/** 2026-01-05T09:00:00Z, when the test's clock starts. */
const NOW_SECONDS = 1_767_603_600;
const GRACE_SECONDS = 300;
const BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const RUNS = { numRuns: 60 };

async function answerOf(change: (world: TestWorld) => void): Promise<{ readonly status: number; readonly code: string | null; readonly body: string }> {
  const world = createTestWorld();
  change(world);
  const response = await world.assumeRole();
  return { status: response.status, code: element(response, "Code"), body: bodyText(response) };
}

test("a token with any one character changed is refused as a token", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(63), async (place, digit) => {
      let changed = false;
      const answer = await answerOf(({ call }) => {
        call.alterToken = (token) => {
          const index = place % token.length;
          const character = BASE64URL[digit] ?? "A";
          // The last character of a part carries bits that mean nothing; what decodes the same is the same token.
          changed = token[index] !== character && token[index] !== "." && token[index + 1] !== "." && index !== token.length - 1;
          return changed ? token.slice(0, index) + character + token.slice(index + 1) : token;
        };
      });
      expect([answer.status, answer.code]).toEqual(changed ? [400, "InvalidIdentityToken"] : [200, null]);
    }),
    RUNS,
  );
});

test("a token cut short anywhere is refused as a token", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (place) => {
      const answer = await answerOf(({ call }) => {
        // Four characters are what the model asks for; a cut of the signature's last one leaves a shorter signature.
        call.alterToken = (token) => token.slice(0, 4 + (place % (token.length - 4)));
      });
      expect([answer.status, answer.code]).toEqual([400, "InvalidIdentityToken"]);
    }),
    RUNS,
  );
});

test("exp decides with five minutes of grace, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -2 * GRACE_SECONDS, max: 2 * GRACE_SECONDS }), async (offset) => {
      const { code } = await answerOf(({ call }) =>
        Object.assign(call.claims, { exp: NOW_SECONDS + offset, iat: NOW_SECONDS - 3600, nbf: NOW_SECONDS - 3600 }),
      );
      expect(code).toBe(offset <= -GRACE_SECONDS ? "ExpiredTokenException" : null);
    }),
    RUNS,
  );
});

test("claims that nobody asks for change nothing but the request's own ids", async () => {
  const isOwn = (name: string): boolean => /^(aud|azp|exp|iat|iss|nbf|sub|amr|email|__proto__)$|^https:\/\/aws/.test(name);
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(
        fc.string().filter((name) => !isOwn(name)),
        fc.jsonValue(),
      ),
      async (extra) => {
        const plain = await answerOf(() => {});
        const more = await answerOf(({ call }) => Object.assign(call.claims, extra as JsonObject));
        expect(more.body).toBe(plain.body);
      },
    ),
    RUNS,
  );
});

test("the order of a token's members never matters, nor whether its one audience stands in a list", async () => {
  const plain = await answerOf(() => {});
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(["aud", "exp", "iat", "iss", "nbf", "sub"], { minLength: 6 }), fc.boolean(), async (order, asText) => {
      const answer = await answerOf(({ call }) => {
        const claims: { [name: string]: JsonObject[string] } = { ...call.claims, ...(asText ? { aud: "sts.amazonaws.com" } : {}) };
        for (const name of order) delete call.claims[name];
        for (const name of order) call.claims[name] = claims[name] ?? null;
      });
      expect(answer.body).toBe(plain.body);
    }),
    RUNS,
  );
});

test("a required claim that is missing is named, whichever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom("sub", "aud", "exp", "iat"), async (name) => {
      const answer = await answerOf(({ call }) => delete call.claims[name]);
      expect(answer.body).toContain(`Missing a required claim: ${name}`);
    }),
    { numRuns: 8 },
  );
});
