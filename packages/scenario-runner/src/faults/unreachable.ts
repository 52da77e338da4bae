import type { Unreachability } from "../reachability.js";
import type { World } from "../world.js";

/** Which host is cut off, how, and for how long. */
export interface Unreachable {
  readonly host: string;
  readonly how: Unreachability;
  /** `null` for good; 0 ends it. */
  readonly durationMs: number | null;
}

/** A host can no longer be reached by anybody. */
export function cutHostOff(world: World, { host, how, durationMs }: Unreachable): void {
  world.blockHost(host, how, durationMs);
  world.trace.root
    .enter(durationMs === 0 ? "A host can be reached again" : "A host is cut off", { step: null, actor: "simulator" })
    .note("network.unreachable", { host, how, durationMs });
}
