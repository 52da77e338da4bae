import { toEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import { decideTimes } from "../token/decide-times.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { VerificationKeyChecked } from "./08-verification-key.js";
import { fail, pass } from "./check-context.js";

/**
 * Compares the token's times with STS's clock.
 *
 * @throws {StsFault} `ExpiredTokenException` or `InvalidIdentityToken`
 */
export function checkTimes(context: VerificationKeyChecked): VerificationKeyChecked {
  const now = context.sts.clock.now();
  const nowSeconds = toEpochSeconds(now);
  const { reason, claim, claimSeconds, expected } = decideTimes(context.claims, nowSeconds);
  const outcome = {
    check: "sts.times",
    title: "times",
    expected: { value: expected, from: { file: "token", pointer: claim } },
    actual: { value: toRfc3339(now) },
  };
  if (reason === "expired") throw fail(context, { ...outcome, reason }, STS_FAULTS.tokenExpired(nowSeconds, claimSeconds));
  if (reason !== null) throw fail(context, { ...outcome, reason }, STS_FAULTS.tokenNotYetValid(nowSeconds, claimSeconds));
  pass(context, outcome);
  return context;
}
