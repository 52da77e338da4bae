/** Two values as what they have in front in common, what differs, and what they have behind in common. */
export interface MarkedDifference {
  readonly before: string;
  readonly expected: string;
  readonly actual: string;
  readonly after: string;
}

/** What stands between the parts of names that people compare: ARNs, subjects, URLs, lists. */
const PARTS = /[^:/.,\s"*-]+|[:/.,\s"*-]/g;

/**
 * Finds where two values differ, in whole parts: `prod` against `default`, not `pro` against `efaul`. Values that have next to nothing in common are marked as a whole.
 *
 * @example
 * markDifference("a:prod:x", "a:default:x"); // { before: "a:", expected: "prod", actual: "default", after: ":x" }
 */
export function markDifference(expected: string, actual: string): MarkedDifference {
  const wanted = expected.match(PARTS) ?? [];
  const found = actual.match(PARTS) ?? [];
  let front = 0;
  while (front < wanted.length && front < found.length && wanted[front] === found[front]) front += 1;
  let back = 0;
  while (back < wanted.length - front && back < found.length - front && wanted.at(-1 - back) === found.at(-1 - back)) back += 1;
  const before = wanted.slice(0, front).join("");
  const after = back === 0 ? "" : wanted.slice(-back).join("");
  const isAlike = (before.length + after.length) * 3 >= Math.min(expected.length, actual.length);
  if (!isAlike) return { before: "", expected, actual, after: "" };
  return { before, expected: wanted.slice(front, wanted.length - back).join(""), actual: found.slice(front, found.length - back).join(""), after };
}
