import type { StepStory } from "@irsa-sim/story";
import { describeOutcome } from "@irsa-sim/trace-views";
import { STEP_NAMES } from "./step-names.js";

interface StepItemProps {
  readonly step: StepStory;
  readonly isCurrent: boolean;
  /** Whether what became of it is not to be told yet. */
  readonly isHidden: boolean;
  readonly hasRows: boolean;
  readonly onGo: () => void;
}

/** One step of the rail: its number, its title, and what became of it in words and by a sign, so that no one needs the colour. */
export function StepItem({ step, isCurrent, isHidden, hasRows, onGo }: StepItemProps) {
  const { sign, words } = describeOutcome(step);
  const outcome = isHidden ? "hidden" : step.outcome;
  return (
    <button
      type="button"
      className="step"
      data-outcome={outcome}
      aria-current={isCurrent ? "step" : undefined}
      aria-disabled={!hasRows}
      title={step.title}
      onClick={onGo}
    >
      <span className="step-number" aria-hidden="true">
        {step.step}
      </span>
      <span className="step-text">
        <span className="step-title">
          <span className="unseen">Step {step.step}: </span>
          {STEP_NAMES[step.step]}
        </span>
        {!isHidden && (
          <span className="step-outcome">
            <span aria-hidden="true">{sign}</span> {words}
          </span>
        )}
      </span>
    </button>
  );
}
