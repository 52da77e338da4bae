import type { World } from "../world.js";

/** The kubelet's process stops: pods go on running with the files they have, and nobody replaces a token. Or it starts again, with an empty cache. */
export async function stopOrStartKubelet(world: World, start: boolean): Promise<void> {
  if (start) return world.kubelet.restart();
  world.kubelet.stop();
  world.trace.root.enter("The kubelet stops", { step: null, actor: "kubelet" }).note("kubelet.stopped");
}
