import type { OpenScenario } from "../play/open-scenario.js";
import type { Outcome } from "../play/outcome.js";
import type { LessonState } from "./lesson-state.js";
import type { Shown } from "./shown.js";
import type { Tab } from "./tab.js";

/** What lies over the page. */
export type Overlay = "catalogue" | "results" | "compare" | "break" | "share" | "help";

/** All that the viewer did, and what came of it. */
export interface PageState {
  readonly open: OpenScenario;
  /** The last run that could be played; it stays while files have faults. `null` before the first. */
  readonly shown: Shown | null;
  /** What came of the files as they are now; `null` while that is being played. */
  readonly outcome: Outcome | null;
  /** Which of the run's stories is drawn. */
  readonly storyId: string;
  /** Which row of the diagram the viewer stands at, from 0. */
  readonly row: number;
  readonly centre: "diagram" | "files";
  /** Which file the editor shows; `null` for the scenario's own. */
  readonly file: string | null;
  readonly tab: Tab;
  /** Whether the run goes on as real clients call. */
  readonly isLive: boolean;
  readonly overlay: Overlay | null;
  /** `null` outside a lesson. */
  readonly lesson: LessonState | null;
}
