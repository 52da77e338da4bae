import { matchPattern, type Pattern } from "@irsa-sim/core/patterns";

const ARN_PARTS = 6;

/**
 * Whether an ARN fits: each of the six parts separately, so that a wildcard never crosses a colon, except inside the last part.
 *
 * @see sts-and-iam.md, section 5.3
 */
export function matchArn(pattern: Pattern, arn: string): boolean {
  const expected = splitPattern(pattern);
  const [partition, ...rest] = arn.split(":");
  const actual = [partition ?? "", ...rest.slice(0, ARN_PARTS - 2), rest.slice(ARN_PARTS - 2).join(":")];
  if (expected.length !== ARN_PARTS || rest.length < ARN_PARTS - 1) return false;
  return expected.every((part, index) => matchPattern(part, actual[index] ?? ""));
}

/** At most six parts; the last keeps its colons. */
function splitPattern(pattern: Pattern): readonly Pattern[] {
  const parts: Pattern[] = [];
  let rest = pattern;
  while (parts.length < ARN_PARTS - 1) {
    const colon = rest.findIndex(({ character }) => character === ":");
    if (colon < 0) break;
    parts.push(rest.slice(0, colon));
    rest = rest.slice(colon + 1);
  }
  return [...parts, rest];
}
