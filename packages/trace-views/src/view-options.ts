import type { Step } from "@irsa-sim/core";
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
}

/** How a whole run is rendered. */
export interface RunViewOptions extends ViewOptions {
  /** With whole messages. */
  readonly verbose: boolean;
  /** Only this step. */
  readonly onlyStep?: Step;
  /** No step after this one, nor how the run ended when it ended later. */
  readonly toStep?: Step;
}
