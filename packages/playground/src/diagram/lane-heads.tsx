import type { Actor } from "@irsa-sim/core";
import { ACTOR_NAMES, type Layout, type Row } from "@irsa-sim/trace-views";

/** The actors' names above their lanes; who takes part in the current message stands out. */
export function LaneHeads({ layout, row }: { readonly layout: Layout; readonly row: Row | null }) {
  return (
    <div className="lane-heads" data-narrow={layout.laneWidth < 78 || undefined} aria-hidden="true" style={{ width: layout.width, height: layout.headHeight }}>
      {layout.lanes.map(({ actor, x }) => (
        <span key={actor} className="lane-head" data-current={stateOf(actor, row)} style={{ left: x - layout.laneWidth / 2 + 3, width: layout.laneWidth - 6 }}>
          {ACTOR_NAMES[actor]}
        </span>
      ))}
    </div>
  );
}

function stateOf(actor: Actor, row: Row | null): "yes" | "refused" | undefined {
  if (row === null || (row.from !== actor && row.to !== actor)) return undefined;
  return row.isRefused && row.from === actor ? "refused" : "yes";
}
