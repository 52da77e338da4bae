import type { Random } from "@irsa-sim/core";

const DAY_SECONDS = 86_400n;
const EARLIEST_SECONDS = 79_200;

/**
 * Spreads a lifetime of exactly a day over the last two hours before it, both ends included; any other lifetime stays.
 *
 * @see webhook.md, section 5.1
 */
export function withJitter(expirationSeconds: bigint, random: Pick<Random, "integer">): bigint {
  return expirationSeconds === DAY_SECONDS ? BigInt(random.integer(EARLIEST_SECONDS, Number(DAY_SECONDS))) : expirationSeconds;
}
