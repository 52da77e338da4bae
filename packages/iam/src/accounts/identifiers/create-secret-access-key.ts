import type { Random } from "@irsa-sim/core";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+";

/** Makes a secret access key: 40 characters of `A-Za-z0-9/+` (sts-and-iam.md, section 7). */
export function createSecretAccessKey(random: Random): string {
  return random.text(40, ALPHABET);
}
