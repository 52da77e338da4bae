import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { containerNotRunning } from "../container-not-running.js";
import { inPod } from "../in-pod.js";
import { subjectOf } from "../subject-of.js";
import type { exitSchema } from "./schema.js";

/** A container's program ends well, and what waits for it starts. */
export async function performExit(world: World, written: z.infer<typeof exitSchema>): Promise<Refusal | null> {
  const action = inPod(world, written);
  if (world.kubelet.exitContainer(action.namespace, action.pod, action.container)) return null;
  const span = world.trace.root.enter("A container ends", { step: 2, actor: "kubelet", subject: subjectOf(world, action) });
  return containerNotRunning(world, action, span);
}
