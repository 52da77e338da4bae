import { claimReaders, knownAt } from "@irsa-sim/story";
import type { View } from "../frame/page-context.js";
import { formatClock } from "../timeline/format-clock.js";
import { Claim } from "./claim.js";
import { cursorOf } from "./cursor-of.js";
import { NothingHere } from "./nothing-here.js";

/** The web identity token as it is now: each claim beside the checks that read it, and how much of its life is over. */
export function TokenPanel({ view }: { readonly view: View }) {
  const cursor = cursorOf(view);
  const { token } = knownAt(view.story, cursor);
  if (token === null) return <NothingHere>The pod has no web identity token yet: it is issued in step 4.</NothingHere>;
  const readers = claimReaders(view.story, cursor);
  const used = Math.min(1, token.lifetimeUsed);
  return (
    <div className="token">
      <h2 className="panel-title">Web identity token</h2>
      <dl className="facts facts-inline">
        <dt>signed by key</dt>
        <dd className="mono">{token.kid}</dd>
        <dt>issued</dt>
        <dd>{formatClock(token.issuedAt, { withSeconds: true })}</dd>
        <dt>expires</dt>
        <dd>
          {formatClock(token.expiresAt, { withSeconds: true })} <span className="quiet">{Math.round(token.lifetimeUsed * 100)} % used</span>
        </dd>
      </dl>
      <meter className="token-life" min={0} max={1} value={used} aria-label="used of its lifetime" />
      <ul className="claims">
        {Object.entries(token.claims).map(([name, value]) => (
          <Claim key={name} name={name} value={value ?? null} readers={readers.filter(({ claim }) => claim === name)} />
        ))}
      </ul>
    </div>
  );
}
