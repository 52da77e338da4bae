import type { Refusal, World } from "@irsa-sim/simulation";
import type { TimelineAction } from "../scenario/loaded-scenario.js";

/** Starts a container again, or the kubelet, which then has an empty token cache. */
export async function performRestart(world: World, { pod }: Extract<TimelineAction, { kind: "restart" }>): Promise<Refusal | null> {
  if (pod === null) {
    await world.clock.run(() => world.kubelet.restart());
    return null;
  }
  if (world.kubelet.restartContainer(pod.namespace, pod.pod, pod.container ?? undefined)) return null;
  const span = world.trace.root.enter("Restart a container", { step: 2, actor: "kubelet" });
  const message = `pod ${pod.namespace}/${pod.pod} has no running container to restart`;
  return { code: "ContainerNotRunning", status: null, message, action: span.seq as number };
}
