import fc from "fast-check";
import { expect, test } from "vitest";
import { decideLifetime } from "./decide-lifetime.js";

const LIFETIME = fc.record({
  requestedSeconds: fc.oneof(fc.constantFrom(3606, 3607, 3608), fc.integer({ min: 600, max: 2 ** 32 })),
  maxSeconds: fc.oneof(fc.constantFrom(0, 3600, 3607), fc.integer({ min: 3600, max: 2 ** 32 })),
  extend: fc.boolean(),
  extendedSeconds: fc.constant(31_536_000),
  boundToPod: fc.boolean(),
  audiences: fc.subarray(["api", "other", "sts"], { minLength: 1 }),
  apiAudiences: fc.constant(["api", "other"]),
});

test("a lifetime is shortened to the maximum, with a warning exactly then", () => {
  fc.assert(
    fc.property(LIFETIME, (input) => {
      const { effectiveSeconds, warning } = decideLifetime(input);
      expect(effectiveSeconds).toBe(input.maxSeconds === 0 ? input.requestedSeconds : Math.min(input.requestedSeconds, input.maxSeconds));
      expect(warning !== null).toBe(effectiveSeconds < input.requestedSeconds);
    }),
  );
});

test("exp is extended exactly for 3607 seconds after shortening, bound to a pod, for the API alone", () => {
  fc.assert(
    fc.property(LIFETIME, (input) => {
      const { effectiveSeconds, signedSeconds } = decideLifetime(input);
      const isExtended = input.extend && input.boundToPod && effectiveSeconds === 3607 && !input.audiences.includes("sts");
      expect(signedSeconds).toBe(isExtended ? 31_536_000 : effectiveSeconds);
    }),
  );
});

test("the answer never promises more than exp", () => {
  fc.assert(
    fc.property(LIFETIME, (input) => {
      const { effectiveSeconds, signedSeconds } = decideLifetime(input);
      expect(effectiveSeconds).toBeLessThanOrEqual(signedSeconds);
    }),
  );
});
