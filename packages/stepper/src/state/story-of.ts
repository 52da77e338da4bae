import type { Story } from "@irsa-sim/story";
import type { StepperState } from "./stepper-state.js";

/** The story that is shown. */
export function storyOf({ played, storyId }: Pick<StepperState, "played" | "storyId">): Story {
  return played.story.stories.find(({ id }) => id === storyId) ?? played.story.main;
}
