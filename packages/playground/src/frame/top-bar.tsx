import { fixAvailability } from "../failure/fix-availability.js";
import { decideShortcut } from "./decide-shortcut.js";
import { LessonButton } from "./lesson-button.js";
import { ThemeButton } from "./theme-button.js";
import { usePage } from "./use-page.js";

/** Brand, what is open, and what can be done with it. */
export function TopBar() {
  const page = usePage();
  const { state, view, dispatch } = page;
  const press = (key: string) => () => {
    const action = decideShortcut(key, page);
    if (action !== null) dispatch(action);
  };
  const fix = fixAvailability(page);
  const isHidden = state.lesson !== null && !state.lesson.isRevealed;
  // The title of a scenario says what is wrong in it.
  const title = isHidden ? "Predict what happens" : (view?.scenario.title ?? "");
  return (
    <header className="bar">
      <h1 className="bar-brand">irsa-sim</h1>
      <button type="button" className="bar-scenario" onClick={press("c")}>
        <span className="unseen">Catalogue; open: </span>
        <span className="bar-name">{isHidden ? "lesson" : (view?.scenario.name ?? "…")}</span>
        <span className="bar-title">{title}</span>
        <kbd>/</kbd>
      </button>
      <div className="bar-moves">
        <button type="button" className="button" onClick={press("ArrowLeft")} aria-disabled={isHidden || state.row === 0}>
          <span aria-hidden="true">◀</span> Back <kbd>←</kbd>
        </button>
        <button
          type="button"
          className="button button-main"
          onClick={press("ArrowRight")}
          aria-disabled={isHidden || state.row + 1 >= (view?.rows.length ?? 0)}
        >
          Next <span aria-hidden="true">▶</span> <kbd>→</kbd>
        </button>
      </div>
      <div className="bar-tools">
        <button type="button" className="button" aria-pressed={!isHidden && state.centre === "files"} aria-disabled={isHidden} onClick={press("e")}>
          Edit <kbd>e</kbd>
        </button>
        <button type="button" className="button" aria-disabled={isHidden} onClick={press("b")}>
          Break <kbd>b</kbd>
        </button>
        <button type="button" className="button" onClick={press("f")} aria-disabled={fix === "none"} aria-pressed={fix === "can-take-back"}>
          {fix === "can-take-back" ? "Fixed" : "Fix it"} <kbd>f</kbd>
        </button>
        <LessonButton />
        <button type="button" className="button" aria-disabled={isHidden} onClick={press("s")}>
          Share <kbd>s</kbd>
        </button>
        <ThemeButton />
        <button type="button" className="button button-round" onClick={press("?")} aria-label="Keys and help">
          ?
        </button>
      </div>
    </header>
  );
}
