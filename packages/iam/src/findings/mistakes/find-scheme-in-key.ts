import type { MistakeFinder } from "../trust-policy-mistake.js";

/** `https://` left in a condition key, which then is a key that no request has. */
export const findSchemeInKey: MistakeFinder = ({ conditions }) =>
  conditions
    .filter(({ key }) => key.toLowerCase().startsWith("https://"))
    .map(({ pointer, key }) => ({
      mistake: "scheme-in-key",
      pointer,
      expected: key.slice("https://".length),
      actual: key,
      fix: "leave https:// out of the condition key",
    }));
