import { type ClaimReader, claimReaders, knownAt } from "@irsa-sim/story";
import type { View } from "../frame/page-context.js";
import { formatDay } from "../timeline/format-day.js";
import { Claim } from "./claim.js";
import { cursorOf } from "./cursor-of.js";
import { NothingHere } from "./nothing-here.js";

/** The web identity token as it is now: each claim beside the checks that read it, and how much of its life is over. */
export function TokenPanel({ view }: { readonly view: View }) {
  const cursor = cursorOf(view);
  const { token } = knownAt(view.story, cursor);
  if (token === null) return <NothingHere>The pod has no web identity token yet: it is issued in step 4.</NothingHere>;
  const readers = claimReaders(view.story, cursor);
  const claims = Object.entries(token.claims)
    .map(([name, value]) => ({ name, value: value ?? null, readers: readers.filter(({ claim }) => claim === name) }))
    .sort((a, b) => rankOf(a.readers) - rankOf(b.readers));
  const used = Math.min(1, token.lifetimeUsed);
  return (
    <div className="token">
      <h2 className="panel-title">Web identity token</h2>
      <dl className="facts facts-inline">
        <dt>signed by key</dt>
        <dd className="mono">{token.kid}</dd>
        <dt>issued</dt>
        <dd>{formatDay(token.issuedAt)}</dd>
        <dt>expires</dt>
        <dd>
          {formatDay(token.expiresAt)} <span className="quiet">{Math.round(token.lifetimeUsed * 100)} % used</span>
        </dd>
      </dl>
      <meter className="token-life" min={0} max={1} value={used} aria-label="used of its lifetime" />
      <ul className="claims">
        {claims.map(({ name, value, readers: own }) => (
          <Claim key={name} name={name} value={value} readers={own} />
        ))}
      </ul>
    </div>
  );
}

/** What failed first, then what was read, then what nobody has asked for. */
function rankOf(readers: readonly ClaimReader[]): number {
  if (readers.length === 0) return 2;
  return readers.every(({ passed }) => passed) ? 1 : 0;
}
