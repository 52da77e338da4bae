import type { CheckEvent } from "@irsa-sim/core";
import type { View } from "../frame/page-context.js";
import { NothingHere } from "./nothing-here.js";

/** What the actors of the current step checked, and how it came out. */
export function ChecksPanel({ view }: { readonly view: View }) {
  const step = view.story.steps.find((one) => one.step === view.row?.step);
  if (step === undefined || step.checks.length === 0) return <NothingHere>Nobody checks anything in this step.</NothingHere>;
  return (
    <div>
      <h2 className="panel-title">
        Checks of step {step.step} <span className="quiet">{step.title}</span>
      </h2>
      <ul className="checks">
        {step.checks.map((check) => (
          <Check key={check.seq} check={check} />
        ))}
      </ul>
    </div>
  );
}

function Check({ check }: { readonly check: CheckEvent }) {
  return (
    <li className="check" data-passed={check.passed}>
      <details open={!check.passed}>
        <summary>
          <span className="check-sign" aria-hidden="true">
            {check.passed ? "✓" : "✕"}
          </span>
          <span className="unseen">{check.passed ? "passed: " : "failed: "}</span>
          <span className="check-title">{check.title}</span>
          {check.passed && <span className="check-value mono">{check.actual.value}</span>}
        </summary>
        <dl className="check-values">
          <dt>expected</dt>
          <dd className="mono">{check.expected.value}</dd>
          <dt>found</dt>
          <dd className="mono">{check.actual.value}</dd>
          <dt>check</dt>
          <dd className="mono quiet">{check.check}</dd>
        </dl>
      </details>
    </li>
  );
}
