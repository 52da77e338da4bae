import type { RunReport } from "@irsa-sim/core";
import type { OpenScenario } from "../play/open-scenario.js";
import type { Outcome } from "../play/outcome.js";
import type { LessonState } from "./lesson-state.js";
import type { Overlay, PageState } from "./page-state.js";
import type { Tab } from "./tab.js";

/** Everything that a viewer can do, and what happens by itself: a run ends, or goes on where real clients call it. */
export type PageAction =
  | { readonly kind: "open"; readonly open: OpenScenario; readonly lesson?: boolean }
  | { readonly kind: "edit"; readonly path: string; readonly text: string }
  | { readonly kind: "fix"; readonly isFixed: boolean }
  | { readonly kind: "played"; readonly outcome: Outcome }
  /** More has happened in the simulation that serves the page. */
  | { readonly kind: "live"; readonly report: RunReport }
  | { readonly kind: "go"; readonly row: number }
  | { readonly kind: "story"; readonly id: string }
  | { readonly kind: "tab"; readonly tab: Tab }
  | { readonly kind: "centre"; readonly centre: PageState["centre"] }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "overlay"; readonly overlay: Overlay | null }
  | { readonly kind: "lesson"; readonly lesson: LessonState | null };
