import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import type { RunStory } from "@irsa-sim/story";

/** A run on the screen. */
export interface Shown {
  readonly scenario: LoadedScenario;
  readonly run: RunStory;
}
