/**
 * Session tokens of the store: base64 that begins as AWS's regional tokens do, with the simulator's own mark inside.
 * Differs from AWS: the token carries nothing; its session is looked up by access key id.
 * @see sts-and-iam.md, section 7
 */
import type { Random } from "@irsa-sim/core";

/** What every token begins with, before base64. */
export const TOKEN_PREFIX = "!\n\torigin_ec";
const MARK = "irsa-sim";
const RANDOM_BYTES = 420;

/**
 * Makes a session token: 588 characters that begin with `IQoJb3JpZ2luX2Vj`, or more where a minimum asks for them.
 *
 * @param minimumBytes of the token as it is sent
 */
export function createSessionToken(random: Random, minimumBytes = 0): string {
  const payloadBytes = Math.max(RANDOM_BYTES, Math.ceil((minimumBytes * 3) / 4) - TOKEN_PREFIX.length - MARK.length);
  return btoa(TOKEN_PREFIX + MARK + String.fromCharCode(...random.bytes(payloadBytes)));
}

/** Whether `token` could be read at all: base64 with AWS's beginning. */
export function isSessionToken(token: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(token) && token.length % 4 === 0 && atob(token).startsWith(TOKEN_PREFIX);
}
