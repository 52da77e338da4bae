import { usePage } from "./use-page.js";

/** Begins the open scenario's lesson, or leaves it; nothing where it has none. */
export function LessonButton() {
  const { state, view, dispatch } = usePage();
  if (view === null || (view.scenario.lesson ?? null) === null) return null;
  const { folder, cell } = state.open;
  const toggle = (): void =>
    state.lesson === null
      ? dispatch({ kind: "open", open: { folder, cell, isFixed: false, edits: new Map() }, lesson: true })
      : dispatch({ kind: "lesson", lesson: null });
  return (
    <button type="button" className="button" aria-pressed={state.lesson !== null} onClick={toggle}>
      Lesson
    </button>
  );
}
