import { toRfc3339 } from "@irsa-sim/core";
import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import { ROLLED_OUT } from "./schema.js";

/**
 * Gives a workload's template a date, so that its controller makes all pods anew: `kubectl rollout restart`.
 *
 * @param rollout `deployment/NAME`
 */
export function rollOut(world: World, namespace: string, rollout: string): Promise<Refusal | null> {
  const [type = "", name = ""] = rollout.split("/");
  const objectKind = String(ROLLED_OUT[type]);
  const span = world.trace.root.enter(`Restart ${objectKind} ${name}`, { step: 1, actor: "developer" });
  const annotations = { "kubectl.kubernetes.io/restartedAt": toRfc3339(world.clock.now()) };
  const patch = { spec: { template: { metadata: { annotations } } } };
  return findRefusal(span, () => world.clock.run(() => world.developer.patch({ objectKind, namespace, name }, patch, span)));
}
