import { describeOutcome, toSvg } from "@irsa-sim/trace-views";
import type { View } from "../frame/page-context.js";
import { STEP_NAMES } from "../rail/step-names.js";

/** One page for paper: what happens, what became of each step, the diagram. It is seen in print alone. */
export function HandOut({ view }: { readonly view: View }) {
  const { run, story, rows } = view;
  const { report } = run;
  const { failure } = report;
  return (
    <article className="handout" aria-hidden="true">
      <h1>{report.title}</h1>
      <p>
        irsa-sim run {report.scenario} · seed {report.seed}
      </p>
      {failure !== null && (
        <>
          <h2>What the caller is told</h2>
          <p>
            {[failure.status, failure.code].filter((part) => part !== null).join(" ")} {failure.message}
          </p>
          <h2>What really happened</h2>
          <p>{failure.because}</p>
          <p>
            expected <code>{failure.expected}</code>
            <br />
            found <code>{failure.actual}</code>
          </p>
          <h2>Fix</h2>
          <p>{failure.fix}</p>
        </>
      )}
      <h2>The ten steps</h2>
      <ol className="handout-steps">
        {story.steps.map((step) => (
          <li key={step.step}>
            <span>{step.step}</span>
            <span>{STEP_NAMES[step.step]}</span>
            <span>
              {describeOutcome(step).sign} {describeOutcome(step).words}
            </span>
          </li>
        ))}
      </ol>
      <h2>Who says what to whom</h2>
      <img alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(toSvg(story, rows.slice(0, 80)))}`} />
    </article>
  );
}
