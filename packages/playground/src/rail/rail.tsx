import { useEffect, useRef } from "react";
import { rowOfStep } from "../frame/row-of-step.js";
import { usePage } from "../frame/use-page.js";
import { StepItem } from "./step-item.js";
import { StorySelect } from "./story-select.js";

/** The ten steps and what became of each; in a lesson without what became of them. */
export function Rail() {
  const { state, view, dispatch } = usePage();
  const list = useRef<HTMLOListElement>(null);
  const current = view?.row?.step ?? null;
  // On a phone the rail is a strip that may have scrolled away from the current step.
  useEffect(() => {
    if (current !== null) list.current?.children[current]?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [current]);
  const isHidden = state.lesson !== null && !state.lesson.isRevealed;
  return (
    <nav className="rail" aria-label="Steps">
      <StorySelect />
      <ol className="rail-steps" ref={list}>
        {view?.story.steps.map((step) => (
          <li key={step.step}>
            <StepItem
              step={step}
              isCurrent={!isHidden && view.row?.step === step.step}
              isHidden={isHidden}
              onGo={() => {
                const row = rowOfStep(view.rows, step.step);
                if (row >= 0) dispatch({ kind: "go", row });
              }}
              hasRows={!isHidden && rowOfStep(view.rows, step.step) >= 0}
            />
          </li>
        ))}
      </ol>
      {view !== null && !isHidden && (
        <button type="button" className="button rail-compare" onClick={() => dispatch({ kind: "overlay", overlay: "compare" })}>
          Compare <kbd>d</kbd>
        </button>
      )}
    </nav>
  );
}
