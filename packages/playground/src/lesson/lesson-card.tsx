import { CAUSES } from "@irsa-sim/diagnosis";
import { useMemo } from "react";
import { usePage } from "../frame/use-page.js";
import { judgePrediction } from "./judge-prediction.js";
import { offerCauses } from "./offer-causes.js";
import { Verdict } from "./verdict.js";

/** A lesson: what happened, the question, hints one at a time, the viewer's prediction, and only then the answer. */
export function LessonCard() {
  const { state, view, dispatch } = usePage();
  const { lesson } = state;
  const failure = view?.run.report.failure ?? null;
  const causes = useMemo(() => offerCauses(CAUSES, failure?.cause ?? null, failure?.step ?? null), [failure]);
  const told = view?.scenario.lesson ?? null;
  if (lesson === null || view === null || told === null) return null;
  const change = (changed: Partial<typeof lesson>): void => dispatch({ kind: "lesson", lesson: { ...lesson, ...changed } });
  const isReady = lesson.step !== null && (lesson.step === "none" || lesson.cause !== null);
  return (
    <section className="lesson" aria-label="Lesson">
      <p className="lesson-kind">Lesson</p>
      {told.story !== null && <p>{told.story}</p>}
      {told.question !== null && <p className="lesson-question">{told.question}</p>}
      <ol className="lesson-hints">
        {told.hints.slice(0, lesson.hintsShown).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      {lesson.isRevealed ? (
        <>
          <Verdict verdict={judgePrediction(lesson, failure)} failure={failure} />
          {told.reveal !== null && <p className="lesson-reveal">{told.reveal}</p>}
        </>
      ) : (
        <>
          {lesson.hintsShown < told.hints.length && (
            <button type="button" className="button" onClick={() => change({ hintsShown: lesson.hintsShown + 1 })}>
              Hint {lesson.hintsShown + 1} of {told.hints.length}
            </button>
          )}
          <fieldset className="lesson-predict">
            <legend>Your prediction</legend>
            <label>
              <span>It breaks in</span>
              <select
                value={lesson.step ?? ""}
                onChange={({ target }) => change({ step: target.value === "" ? null : target.value === "none" ? "none" : Number(target.value), cause: null })}
              >
                <option value="">choose a step</option>
                <option value="none">no step: it succeeds</option>
                {view.story.steps.map(({ step, title }) => (
                  <option key={step} value={step}>
                    {step} {title}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span>because</span>
              <select
                value={lesson.cause ?? ""}
                disabled={lesson.step === null || lesson.step === "none"}
                onChange={({ target }) => change({ cause: target.value === "" ? null : target.value })}
              >
                <option value="">choose a cause</option>
                {causes.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" className="button button-main" disabled={!isReady} onClick={() => change({ isRevealed: true })}>
              Show what happens
            </button>
          </fieldset>
          <p className="quiet lesson-note">The documents beside this are all that you need.</p>
        </>
      )}
    </section>
  );
}
