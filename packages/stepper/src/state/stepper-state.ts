import type { LessonState } from "../lesson/lesson-state.js";
import type { LessonScore } from "../lesson/score-prediction.js";
import type { WalkingOrder } from "./list-positions.js";
import type { PaneName } from "./panes.js";
import type { Played } from "./played.js";

/** All that the screen shows follows from this and the terminal's size. */
export interface StepperState {
  readonly played: Played;
  /** Id of the story that is shown. */
  readonly storyId: string;
  readonly order: WalkingOrder;
  /** Which of the story's positions. */
  readonly index: number;
  readonly pane: PaneName;
  /** How many lines of the pane are above it. */
  readonly scroll: number;
  /** What lies over the pane; `null` when nothing does. */
  readonly overlay: Overlay | null;
  /** One line for the viewer; `null` when there is nothing to say. */
  readonly notice: string | null;
  /** Of the scenario's lesson; kept when it is put aside. */
  readonly lesson: LessonState;
  /** What the prediction was worth; `null` until it is made. It stays, whatever is changed and played afterwards. */
  readonly score: LessonScore | null;
  /** Which lesson of how many, and the points so far; `null` outside of a series. */
  readonly series: Series | null;
}

/** A row of lessons, seen from one of them. */
export interface Series {
  readonly number: number;
  readonly of: number;
  readonly points: number;
}

/** What lies over the pane until it is closed. */
export type Overlay =
  | { readonly kind: "help" | "lesson" }
  | { readonly kind: "problem"; readonly text: string }
  | ({ readonly kind: "search" | "break" | "select" } & Picking);

/** A list from which one entry is picked. */
export interface Picking {
  /** What the entries must contain. */
  readonly query: string;
  readonly chosen: number;
}
