import { type TrustElement, type TrustStatement, trustDecisionAt } from "@irsa-sim/story";
import { ComparedValues } from "../failure/compared-values.js";
import type { View } from "../frame/page-context.js";
import { cursorOf } from "./cursor-of.js";
import { NothingHere } from "./nothing-here.js";

/** The trust policy as STS evaluated it: each statement, in it each element and condition, and beside it the token's claim. */
export function PolicyPanel({ view }: { readonly view: View }) {
  const decision = trustDecisionAt(view.story, cursorOf(view));
  if (decision === null) return <NothingHere>Nobody has asked the trust policy yet: STS does in step 7.</NothingHere>;
  return (
    <div>
      <h2 className="panel-title">
        Trust policy <span className="quiet">{decision.isAllowed ? "lets the token in" : decision.outcome.replace("-", " ")}</span>
      </h2>
      {decision.statements.length === 0 && <NothingHere>It has no statement.</NothingHere>}
      {decision.statements.map((statement) => (
        <Statement key={`${statement.policy}${statement.pointer}`} statement={statement} />
      ))}
    </div>
  );
}

function Statement({ statement: { pointer, sid, effect, applies, isDecisive, elements } }: { readonly statement: TrustStatement }) {
  return (
    <section className="statement" data-applies={applies}>
      <h3>
        <Sign isMet={applies} /> {sid ?? pointer.slice(1).replaceAll("/", " ")} <span className="statement-effect">{effect}</span>
        <span className="quiet statement-applies">{applies ? (isDecisive ? "applies and decides" : "applies") : "does not apply"}</span>
      </h3>
      <ul>
        {elements.map((element) => (
          <Element key={`${element.pointer}${element.conditionKey}`} element={element} />
        ))}
      </ul>
    </section>
  );
}

function Element({ element: { element, operator, conditionKey, isMet, expected, actual, claim } }: { readonly element: TrustElement }) {
  const name = operator === null ? element : operator;
  return (
    <li className="element" data-met={isMet}>
      <p>
        <Sign isMet={isMet} /> <strong>{name}</strong> {conditionKey !== null && <code className="element-key">{conditionKey}</code>}
      </p>
      {isMet ? (
        <p className="mono element-value">
          {expected.join(", ")}
          {claim !== null && <span className="quiet"> = claim {claim}</span>}
        </p>
      ) : (
        <ComparedValues
          names={["policy", claim === null ? "request" : `claim ${claim}`]}
          expected={{ value: expected.join(", "), from: null }}
          actual={{ value: actual.length === 0 ? "(none)" : actual.join(", "), from: null }}
        />
      )}
    </li>
  );
}

function Sign({ isMet }: { readonly isMet: boolean }) {
  return (
    <span className="sign" data-met={isMet}>
      <span aria-hidden="true">{isMet ? "✓" : "✕"}</span>
      <span className="unseen">{isMet ? "met: " : "not met: "}</span>
    </span>
  );
}
