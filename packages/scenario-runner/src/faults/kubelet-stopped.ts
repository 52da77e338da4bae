import type { World } from "../world.js";

/** The kubelet's process stops: pods go on running with the files they have, and nobody replaces a token. */
export function stopKubelet(world: World): void {
  world.kubelet.stop();
  world.trace.root.enter("The kubelet stops", { step: null, actor: "kubelet" }).note("kubelet.stopped");
}
