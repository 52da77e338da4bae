import type { View } from "../frame/page-context.js";
import { Asides } from "./asides.js";

/** Why the current step exists, and what it is on the wire. */
export function WhyPanel({ view }: { readonly view: View }) {
  const step = view.story.steps.find((one) => one.step === view.row?.step) ?? view.story.steps[0];
  const { description } = view.scenario;
  if (step === undefined) return null;
  return (
    <div className="prose">
      <h2>
        <span className="quiet">Step {step.step}</span> {step.title}
      </h2>
      <p>{step.why}</p>
      <h3>On the wire</h3>
      <p>{step.technical}</p>
      {step.missing.length > 0 && (
        <>
          <h3>What did not happen</h3>
          <ul className="bullets">
            {step.missing.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        </>
      )}
      {description.trim() !== "" && (
        <>
          <h3>This scenario</h3>
          <p>{description}</p>
        </>
      )}
      <Asides view={view} />
    </div>
  );
}
