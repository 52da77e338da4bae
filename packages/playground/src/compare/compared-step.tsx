import type { StepComparison, StepStory } from "@irsa-sim/story";
import { describeOutcome } from "@irsa-sim/trace-views";
import { ComparedValues } from "../failure/compared-values.js";
import { rowOfSeq } from "../frame/row-of-seq.js";
import { usePage } from "../frame/use-page.js";
import { STEP_NAMES } from "../rail/step-names.js";

interface ComparedStepProps {
  readonly here: StepStory;
  readonly inBase: StepStory;
  readonly compared: StepComparison;
  /** Whether the runs part in this step. */
  readonly isFirst: boolean;
}

/** One step in both runs: what became of it in each, and the first that differs in it. */
export function ComparedStep({ here, inBase, compared: { outcome, difference }, isFirst }: ComparedStepProps) {
  const { dispatch, view } = usePage();
  const row = difference?.here == null || view === null ? -1 : rowOfSeq(view.rows, difference.here);
  const go = (): void => {
    dispatch({ kind: "overlay", overlay: null });
    dispatch({ kind: "go", row });
  };
  return (
    <li className="compare-step" data-outcome={outcome} data-first={isFirst || undefined}>
      <span className="compare-number" aria-hidden="true">
        {here.step}
      </span>
      <h3>
        <span className="unseen">Step {here.step}: </span>
        {STEP_NAMES[here.step]}
        {isFirst && <strong className="compare-first">the runs part here</strong>}
      </h3>
      <p className="compare-outcome">{outcome === "same" ? <span className="quiet">the same</span> : <Outcomes here={here} inBase={inBase} />}</p>
      {difference !== null && (
        <div className="compare-difference">
          <p>
            {difference.what} {difference.path !== "" && <span className="mono quiet">{difference.path}</span>}
            {row >= 0 && (
              <button type="button" className="link" onClick={go}>
                show in the diagram
              </button>
            )}
          </p>
          <ComparedValues
            expected={{ value: difference.expected === "" ? "nothing" : difference.expected, from: null }}
            actual={{ value: difference.actual === "" ? "nothing" : difference.actual, from: null }}
            names={["there", "here"]}
          />
        </div>
      )}
    </li>
  );
}

function Outcomes({ here, inBase }: { readonly here: StepStory; readonly inBase: StepStory }) {
  const [there, now] = [describeOutcome(inBase), describeOutcome(here)];
  if (inBase.outcome === here.outcome && there.words === now.words) return <>differs</>;
  return (
    <>
      there {there.sign} {there.words} · here {now.sign} {now.words}
    </>
  );
}
