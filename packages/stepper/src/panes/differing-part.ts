import { markDifference } from "@irsa-sim/story";

/** The part in which two values differ, in words; `null` when they have nothing in common. */
export function differingPart(expected: string, actual: string): string | null {
  const marked = markDifference(expected, actual);
  return marked.before + marked.after === "" ? null : `"${marked.expected}" is wanted, "${marked.actual}" is there`;
}
