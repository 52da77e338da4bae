import type { StepStory } from "@irsa-sim/story";
import type { Palette } from "../palette.js";

/** What became of a step, in a few words and with a sign. */
export function statusText({ outcome, stoppedBy, checks, moments }: StepStory, palette: Palette): string {
  const count = checks.length === 0 ? "" : `${checks.length} ${checks.length === 1 ? "check" : "checks"} `;
  const failed = checks.filter(({ passed }) => !passed).length;
  switch (outcome) {
    case "passed":
      return palette.good(`${count}✔`);
    case "refused":
      return palette.bad(failed === 0 ? "refused ✘" : `${failed} of ${count}✘`);
    case "stopped":
      return palette.bad(`refused in step ${stoppedBy} ✘`);
    case "recovered":
      return palette.good("refused first, then passed ✔");
    case "incomplete":
      return palette.quiet("not done");
    case "not-reached":
      return palette.quiet(moments.length === 0 ? "not reached" : "not reached again");
  }
}
