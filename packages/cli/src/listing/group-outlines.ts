import type { ScenarioOutline } from "./scenario-outline.js";

/** The scenarios that end in the same step. */
export interface OutlineGroup {
  readonly title: string;
  readonly isRefused: boolean;
  readonly messages: readonly MessageGroup[];
}

/** Those of them whose caller is told the same. */
export interface MessageGroup {
  /** Code and message; empty where nobody is told anything. */
  readonly told: string;
  readonly outlines: readonly ScenarioOutline[];
}

/** Groups a list by where scenarios end, those that succeed first, and by what the caller is told; otherwise the order stays. */
export function groupOutlines(outlines: readonly ScenarioOutline[]): readonly OutlineGroup[] {
  const isRefused = ({ outcome }: ScenarioOutline): boolean => outcome !== "succeeded";
  const rank = (outline: ScenarioOutline): number => (isRefused(outline) ? (outline.step ?? 10) : -1);
  const ranks = [...new Set(outlines.map(rank))].sort((a, b) => a - b);
  return ranks.map((one) => {
    const group = outlines.filter((outline) => rank(outline) === one);
    return { title: titleOf(one), isRefused: one >= 0, messages: byMessage(group) };
  });
}

function titleOf(rank: number): string {
  if (rank < 0) return "succeeds";
  return rank > 9 ? "refused" : `refused in step ${rank}`;
}

function byMessage(outlines: readonly ScenarioOutline[]): readonly MessageGroup[] {
  const told = ({ code, message }: ScenarioOutline): string => [code, message].filter((part) => part !== null).join("  ");
  return [...new Set(outlines.map(told))].map((text) => ({ told: text, outlines: outlines.filter((outline) => told(outline) === text) }));
}
