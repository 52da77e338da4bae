/** How far the viewer is with a scenario's lesson; until the answer is shown the page gives nothing away. */
export interface LessonState {
  readonly hintsShown: number;
  /** The step in which the viewer says that it breaks; `"none"` for that it succeeds, `null` before an answer. */
  readonly step: number | "none" | null;
  readonly cause: string | null;
  readonly isRevealed: boolean;
}
