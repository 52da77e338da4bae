import type { Actor, RunReport } from "@irsa-sim/core";
import type { Story } from "./story.js";

/** A run as views show it. */
export interface RunStory {
  readonly report: RunReport;
  /** The actors that appear, in the flow's order. */
  readonly lanes: readonly Actor[];
  /** The cluster first, then each pod with its containers and their sessions behind it, in the order in which they appear. */
  readonly stories: readonly Story[];
  /** The one that views show first: of the container that was refused; without a refusal, of the first that called AWS. */
  readonly main: Story;
}
