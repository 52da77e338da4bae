import type { EpochMillis } from "@irsa-sim/core";
import type { Known, StepStory, Story } from "@irsa-sim/story";
import type { StepperPalette } from "../screen/stepper-palette.js";
import type { Played } from "../state/played.js";
import type { Position } from "../state/position.js";

/** What a pane is made from. */
export interface PaneContext {
  readonly played: Played;
  readonly story: Story;
  readonly step: StepStory;
  readonly here: Position;
  /** What is so at this place. */
  readonly known: Known;
  readonly startAt: EpochMillis;
  readonly width: number;
  readonly palette: StepperPalette;
  /** With signatures and secrets whole. */
  readonly showTokens: boolean;
  /** Whether the viewer is to predict how it ends. */
  readonly isBlind: boolean;
}
