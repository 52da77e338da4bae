import { knownAt, type PatchOperation, podChangeAt } from "@irsa-sim/story";
import type { View } from "../frame/page-context.js";
import { cursorOf } from "./cursor-of.js";
import { JsonTree } from "./json-tree.js";
import { NothingHere } from "./nothing-here.js";

/** The pod as the developer wrote it, what the webhook added, and the pod as it is stored. */
export function PodPanel({ view }: { readonly view: View }) {
  const cursor = cursorOf(view);
  const change = podChangeAt(view.story, cursor);
  const { environment } = knownAt(view.story, cursor);
  const variables = Object.entries(environment);
  if (change === null && variables.length === 0) return <NothingHere>The pod is not there yet, or the webhook left it alone: see step 1.</NothingHere>;
  return (
    <div className="pod">
      {change !== null && (
        <>
          <h2 className="panel-title">
            JSON Patch of the webhook <span className="quiet">{change.operations.length} operations</span>
          </h2>
          <ol className="operations">
            {change.operations.map((operation) => (
              <Operation key={`${operation.op}${operation.path}`} operation={operation} />
            ))}
          </ol>
        </>
      )}
      <h2 className="panel-title">Environment of the container</h2>
      {variables.length === 0 ? (
        <NothingHere>It has no variables.</NothingHere>
      ) : (
        <dl className="members">
          {variables.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {change !== null && (
        <>
          <details>
            <summary>Pod before the webhook</summary>
            <JsonTree value={change.before} />
          </details>
          <details>
            <summary>Pod after the webhook</summary>
            <JsonTree value={change.after} />
          </details>
        </>
      )}
    </div>
  );
}

function Operation({ operation: { op, path, value } }: { readonly operation: PatchOperation }) {
  return (
    <li className="operation">
      <p className="mono">
        <span className="operation-kind">{op}</span> {path}
      </p>
      {value !== undefined && <JsonTree value={value} />}
    </li>
  );
}
