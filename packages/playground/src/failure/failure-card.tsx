import { CAUSES } from "@irsa-sim/diagnosis";
import { fixLabel } from "@irsa-sim/trace-views";
import type { View } from "../frame/page-context.js";
import { ComparedValues } from "./compared-values.js";
import { FixCard } from "./fix-card.js";

/** The answer first: what the caller is told, what really happened, both values, and what mends it. Nothing where nobody was refused. */
export function FailureCard({ view }: { readonly view: View }) {
  const { failure } = view.run.report;
  if (failure === null) return null;
  const cause = CAUSES.find(({ id }) => id === failure.cause);
  const alike = CAUSES.filter(({ see }) => see.includes(failure.message)).length;
  return (
    <div className="failure">
      <div className="failure-told">
        <p className="failure-code">{[failure.status, failure.code].filter((part) => part !== null && part !== "").join(" ")}</p>
        <p>{failure.message}</p>
        <p className="failure-note">All that the caller is told. {alike > 1 ? `${alike} causes of the catalogue give this text.` : ""}</p>
      </div>
      <div className="failure-because">
        <h2>What really happened</h2>
        <p>{failure.because ?? cause?.title ?? "No cause of the catalogue fits."}</p>
        {failure.also.map((one) => (
          <p key={one.cause}>And: {one.because}</p>
        ))}
      </div>
      {failure.expected !== null && failure.actual !== null && (
        <ComparedValues expected={{ value: failure.expected, from: failure.expectedFrom }} actual={{ value: failure.actual, from: failure.actualFrom }} />
      )}
      <FixCard fix={failure.fix} label={fixLabel(failure)} />
      {cause !== undefined && (
        <details className="failure-cause">
          <summary>
            Cause <code>{cause.id}</code>: {cause.title}
          </summary>
          <p>{cause.why}</p>
          <h3>Prove it on a real cluster</h3>
          {cause.prove.map((command) => (
            <pre key={command}>{command}</pre>
          ))}
        </details>
      )}
    </div>
  );
}
