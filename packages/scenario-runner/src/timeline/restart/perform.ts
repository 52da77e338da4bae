import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { subjectOf } from "../subject-of.js";
import { rollOut } from "./roll-out.js";
import type { restartSchema } from "./schema.js";

/** Starts a container again, a workload's pods, or the kubelet, which then has an empty token cache. */
export async function performRestart(world: World, { namespace, pod: written, rollout, container }: z.infer<typeof restartSchema>): Promise<Refusal | null> {
  if (rollout !== undefined) return rollOut(world, namespace, rollout);
  if (written === undefined) {
    await world.clock.run(() => world.kubelet.restart());
    return null;
  }
  const pod = world.podNamed(namespace, written);
  if (world.kubelet.restartContainer(namespace, pod, container ?? undefined)) return null;
  const subject = subjectOf(world, { namespace, pod, container });
  const span = world.trace.root.enter("Restart a container", { step: 2, actor: "kubelet", subject });
  const message = `pod ${namespace}/${pod} has no running container to restart`;
  return { code: "ContainerNotRunning", status: null, message, action: span.seq as number };
}
