import type { Step } from "@irsa-sim/core";
import type { RunComparison } from "@irsa-sim/story";
import type { StoryChoice } from "./choose-story.js";
import type { Palette } from "./palette.js";

/** How a view is rendered. */
export interface ViewOptions {
  /** Columns; no line is wider. */
  readonly width: number;
  readonly palette: Palette;
  /** With token signatures and secrets whole. */
  readonly showTokens: boolean;
  /** What the reader types to play it again, as a shell takes it; `irsa-sim` and the scenario's name when left out. */
  readonly typed?: { readonly command: string; readonly scenario: string };
  /** Whom it is about; the run's main story when left out. */
  readonly about?: StoryChoice;
}

/** How a whole run is rendered. */
export interface RunViewOptions extends ViewOptions {
  /** With technical notes, whole messages and everything that a step's lines leave out. */
  readonly verbose: boolean;
  /** With every step in full, also those that went as they should. */
  readonly full?: boolean;
  /** What the run has in common with its base, whose name is told with it. */
  readonly against?: { readonly base: string; readonly comparison: RunComparison };
  /** Only this step. */
  readonly onlyStep?: Step;
  /** No step after this one, nor how the run ended when it ended later. */
  readonly toStep?: Step;
}
