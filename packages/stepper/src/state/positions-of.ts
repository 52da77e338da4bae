import type { Story } from "@irsa-sim/story";
import { isBlind } from "../lesson/is-blind.js";
import { listPositions, type WalkingOrder } from "./list-positions.js";
import type { Position } from "./position.js";
import type { StepperState } from "./stepper-state.js";
import { storyOf } from "./story-of.js";

const known = new WeakMap<Story, Map<WalkingOrder, readonly Position[]>>();

/** The places of the story that is shown; those of a day are many, so they are listed once. Who is to predict how it ends sees only what the developer wrote. */
export function positionsOf(state: Pick<StepperState, "played" | "storyId" | "order" | "lesson">): readonly Position[] {
  const all = allPositionsOf(state);
  if (!isBlind(state)) return all;
  const written = all.filter(({ arrow, isRefusal }) => arrow?.from === "developer" && !isRefusal);
  return written.length === 0 ? all.slice(0, 1) : written;
}

function allPositionsOf(state: Pick<StepperState, "played" | "storyId" | "order">): readonly Position[] {
  const story = storyOf(state);
  const ofStory = known.get(story) ?? new Map<WalkingOrder, readonly Position[]>();
  known.set(story, ofStory);
  const positions = ofStory.get(state.order) ?? listPositions(story, state.order);
  ofStory.set(state.order, positions);
  return positions;
}
