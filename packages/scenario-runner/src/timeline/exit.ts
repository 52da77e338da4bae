import type { Refusal, World } from "@irsa-sim/simulation";
import type { TimelineAction } from "../scenario/loaded-scenario.js";
import { containerNotRunning } from "./container-not-running.js";

/** A container's program ends well, and what waits for it starts. */
export async function performExit(world: World, action: Extract<TimelineAction, { kind: "exit" }>): Promise<Refusal | null> {
  if (world.kubelet.exitContainer(action.namespace, action.pod, action.container)) return null;
  return containerNotRunning(world, action, world.trace.root.enter("A container ends", { step: 2, actor: "kubelet" }));
}
