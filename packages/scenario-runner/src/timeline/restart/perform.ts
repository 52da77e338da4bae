import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { subjectOf } from "../subject-of.js";
import type { restartSchema } from "./schema.js";

/** Starts a container again, or the kubelet, which then has an empty token cache. */
export async function performRestart(world: World, { namespace, pod, container }: z.infer<typeof restartSchema>): Promise<Refusal | null> {
  if (pod === undefined) {
    await world.clock.run(() => world.kubelet.restart());
    return null;
  }
  if (world.kubelet.restartContainer(namespace, pod, container ?? undefined)) return null;
  const subject = subjectOf(world, { namespace, pod, container });
  const span = world.trace.root.enter("Restart a container", { step: 2, actor: "kubelet", subject });
  const message = `pod ${namespace}/${pod} has no running container to restart`;
  return { code: "ContainerNotRunning", status: null, message, action: span.seq as number };
}
