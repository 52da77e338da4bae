import type { Actor } from "@irsa-sim/core";
import { orderLanes } from "./order-lanes.js";
import type { Row } from "./row.js";

/** Where things stand in the diagram, in pixels. */
export interface Layout {
  readonly width: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly laneWidth: number;
  readonly lanes: readonly Lane[];
  xOf(actor: Actor): number;
}

export interface Lane {
  readonly actor: Actor;
  /** Of its line. */
  readonly x: number;
}

const LEFT = 26;
const RIGHT = 4;
const MIN_LANE_WIDTH = 68;

/** Lays lanes out over the width there is; where that is too little, the diagram is wider and can be scrolled. */
export function layOut(rows: readonly Row[], { width }: { readonly width: number }): Layout {
  const actors = orderLanes(rows);
  const laneWidth = Math.max(MIN_LANE_WIDTH, Math.floor((width - LEFT - RIGHT) / Math.max(1, actors.length)));
  const lanes = actors.map((actor, index) => ({ actor, x: LEFT + laneWidth * (index + 0.5) }));
  const xs = new Map(lanes.map(({ actor, x }) => [actor, x]));
  return {
    ...{ rowHeight: 38, headHeight: 52, laneWidth, lanes },
    width: Math.max(width, LEFT + RIGHT + laneWidth * actors.length),
    xOf: (actor) => xs.get(actor) ?? LEFT,
  };
}
