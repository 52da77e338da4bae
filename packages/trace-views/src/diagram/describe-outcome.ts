import type { StepStory } from "@irsa-sim/story";

/** A step's outcome as a sign and in a few words. */
export function describeOutcome({ outcome, stoppedBy, missing, checks, summary }: StepStory): { readonly sign: string; readonly words: string } {
  switch (outcome) {
    case "passed":
      return {
        sign: "✓",
        words: summary.length > 0 ? summary.join(" · ") : checks.length === 0 ? "done" : `${checks.length} ${checks.length === 1 ? "check" : "checks"} passed`,
      };
    case "refused":
      return { sign: "✕", words: checks.find(({ passed }) => !passed)?.title ?? "refused" };
    case "stopped":
      return { sign: "↷", words: `refused in step ${stoppedBy}` };
    case "recovered":
      return { sign: "↻", words: "refused first, then passed" };
    case "incomplete":
      return { sign: "◐", words: missing[0] === undefined ? "incomplete" : `missing: ${missing[0]}` };
    case "not-reached":
      return { sign: "–", words: "not reached" };
  }
}
