import { chainAt, knownAt } from "@irsa-sim/story";
import type { View } from "../frame/page-context.js";
import { formatDay } from "../timeline/format-day.js";
import { cursorOf } from "./cursor-of.js";
import { NothingHere } from "./nothing-here.js";

const SIGNS: Readonly<Record<string, string>> = { skipped: "–", used: "✓", failed: "✕", "not-reached": "·" };

/** The SDK's credential chain: each provider in its order, what became of it, and what the app holds now. */
export function ChainPanel({ view }: { readonly view: View }) {
  const cursor = cursorOf(view);
  const chain = chainAt(view.story, cursor);
  const { credentials } = knownAt(view.story, cursor);
  if (chain === null) return <NothingHere>No SDK has looked for credentials yet: it does in step 6.</NothingHere>;
  return (
    <div>
      <h2 className="panel-title">Credential chain {chain.sdk !== null && <span className="quiet">of {chain.sdk}</span>}</h2>
      <ol className="chain">
        {chain.providers.map(({ position, name, kind, verdict, reason }) => (
          <li key={`${position}${name}`} className="provider" data-verdict={verdict}>
            <span className="provider-sign" aria-hidden="true">
              {SIGNS[verdict] ?? "?"}
            </span>
            <span>
              <span className="provider-name">{name}</span>
              <span className="quiet provider-reason">
                {verdict}
                {kind === null ? "" : `, ${kind}`}
                {reason === null ? "" : `: ${reason}`}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {credentials !== null && (
        <dl className="facts facts-inline">
          <dt>access key</dt>
          <dd className="mono">{credentials.accessKeyId}</dd>
          <dt>from</dt>
          <dd>{credentials.provider}</dd>
          <dt>role</dt>
          <dd className="mono">{credentials.role ?? "none"}</dd>
          <dt>expires</dt>
          <dd>{credentials.expiresAt === null ? "never" : formatDay(credentials.expiresAt)}</dd>
        </dl>
      )}
    </div>
  );
}
