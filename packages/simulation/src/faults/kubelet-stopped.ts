import { flag } from "@irsa-sim/core/schema";
import { defineFault } from "./fault.js";

/** The kubelet's process stops: pods go on running with the files they have, and nobody replaces a token. Or it starts again, with an empty cache. */
export const kubeletStopped = defineFault(flag().describe("the kubelet stops: nobody replaces tokens; false starts it again"), async (world, isStopped) => {
  if (!isStopped) return world.kubelet.restart();
  world.kubelet.stop();
  world.trace.root.enter("The kubelet stops", { step: null, actor: "kubelet" }).note("kubelet.stopped");
});
