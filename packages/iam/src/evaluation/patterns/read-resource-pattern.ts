import { parsePattern } from "@irsa-sim/core/patterns";
import { type ReadPattern, readPattern, type Variables } from "./read-pattern.js";

/** `arn:partition:service:region:account:` and what is behind it. */
const ARN_PARTS = 6;

/**
 * Reads a value of `Resource`: an ARN that ends early goes on with `*`, and variables stand for something only behind the fifth colon.
 *
 * @example readResourcePattern("arn:aws:s3:*", null) // the pattern arn:aws:s3:*:*:*
 * @see policies.md, item 11
 */
export function readResourcePattern(text: string, variables: Variables): ReadPattern {
  const parts = text.split(":");
  if (parts[0] !== "arn") return readPattern(text, variables);
  // A variable's own name has colons, and so a short ARN is one without any before its sixth part.
  const head = parts.slice(0, ARN_PARTS - 1);
  if (head.some((part) => part.includes("${"))) return { pattern: parsePattern(text), unsetVariables: [] };
  if (parts.length < ARN_PARTS)
    return { pattern: parsePattern([...parts, ...Array<string>(ARN_PARTS - parts.length).fill("*")].join(":")), unsetVariables: [] };
  const { pattern, unsetVariables } = readPattern(parts.slice(ARN_PARTS - 1).join(":"), variables);
  return { pattern: pattern && [...parsePattern(`${head.join(":")}:`), ...pattern], unsetVariables };
}
