import type { Failure } from "@irsa-sim/core";
import type { PredictionVerdict } from "./judge-prediction.js";

/** What was right of a prediction, and what is true. */
export function Verdict({ verdict, failure }: { readonly verdict: PredictionVerdict; readonly failure: Failure | null }) {
  const truth = failure === null ? "It succeeds." : `It breaks in step ${failure.step}: ${failure.because ?? failure.message}`;
  return (
    <div className="verdict" role="status">
      <p data-right={verdict.isStepRight}>{verdict.isStepRight ? "✓ the step is right" : "✕ another step"}</p>
      {verdict.isCauseRight !== null && <p data-right={verdict.isCauseRight}>{verdict.isCauseRight ? "✓ the cause is right" : "✕ another cause"}</p>}
      <p>{truth}</p>
    </div>
  );
}
