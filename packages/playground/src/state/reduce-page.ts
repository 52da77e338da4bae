import type { RunReport } from "@irsa-sim/core";
import { createRunStory, type RunStory } from "@irsa-sim/story";
import { listRows } from "@irsa-sim/trace-views";
import type { OpenScenario } from "../play/open-scenario.js";
import type { Outcome } from "../play/outcome.js";
import { landingRow } from "./landing-row.js";
import type { LessonState } from "./lesson-state.js";
import type { PageAction } from "./page-action.js";
import type { PageState } from "./page-state.js";

/** A lesson nobody has begun to answer. */
const NEW_LESSON: LessonState = { hintsShown: 0, step: null, cause: null, isRevealed: false };

/** The page before anything was played. */
export function createPageState(open: OpenScenario): PageState {
  return {
    ...{ open, shown: null, outcome: null, storyId: "cluster", row: 0, centre: "diagram", file: null, tab: "why", overlay: null, isLive: false, lesson: null },
  };
}

/** What the page is after something that the viewer did. */
export function reducePage(state: PageState, action: PageAction): PageState {
  switch (action.kind) {
    case "open":
      return {
        ...{ ...createPageState(action.open), shown: state.shown },
        ...(action.lesson === true ? { lesson: NEW_LESSON } : {}),
      };
    case "edit":
      return { ...state, outcome: null, open: { ...state.open, edits: new Map([...state.open.edits, [action.path, action.text]]) } };
    case "fix":
      return { ...state, outcome: null, open: { ...state.open, isFixed: action.isFixed }, lesson: null };
    case "played":
      return played(state, action.outcome);
    case "live":
      return wentOn(state, action.report);
    case "go":
      return { ...state, row: Math.max(0, action.row) };
    case "story":
      return { ...state, storyId: action.id, row: 0 };
    case "tab":
      return { ...state, tab: action.tab };
    case "centre":
      return { ...state, centre: action.centre };
    case "file":
      return { ...state, file: action.path, centre: "files" };
    case "overlay":
      return { ...state, overlay: action.overlay };
    case "lesson":
      return { ...state, lesson: action.lesson, centre: "diagram" };
  }
}

function played(state: PageState, outcome: Outcome): PageState {
  if (outcome.kind !== "played") return { ...state, outcome };
  const run = createRunStory(outcome.report);
  const shown = { scenario: outcome.scenario, run };
  const isRefused = outcome.report.failure !== null;
  const isNew = state.outcome === null && state.open.edits.size === 0;
  return {
    ...state,
    ...{ outcome, shown, storyId: run.main.id, row: landingRow(listRows(run.main), { isRefused, isNew }) },
    tab: isRefused ? "checks" : isNew ? "why" : state.tab,
  };
}

/** At first it goes to the end. Who stands there goes along, to the story in which it went on; who looks at something else is left there. */
function wentOn(state: PageState, report: RunReport): PageState {
  const { shown, outcome, storyId, row, isLive } = state;
  if (shown === null || outcome?.kind !== "played") return state;
  const run = createRunStory(report);
  const next = { ...state, isLive: true, outcome: { ...outcome, report }, shown: { ...shown, run } };
  const isAtEnd = !isLive || row >= lastRow(shown.run, storyId);
  if (!isAtEnd) return next;
  const id = run.stories.some((story) => story.id === storyId) && shown.run.main.id !== storyId ? storyId : run.main.id;
  return { ...next, storyId: id, row: lastRow(run, id), tab: report.failure === null ? state.tab : "checks" };
}

function lastRow(run: RunStory, storyId: string): number {
  return Math.max(0, listRows(run.stories.find(({ id }) => id === storyId) ?? run.main).length - 1);
}
