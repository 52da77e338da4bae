import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { subjectOf } from "../subject-of.js";
import type { deleteSchema } from "./schema.js";

/** Deletes one object, as `kubectl delete` does; of a workload that is named as a pod its first pod, which its controller then makes anew. */
export async function performDelete(world: World, action: z.infer<typeof deleteSchema>): Promise<Refusal | null> {
  const { namespace } = action;
  const { objectKind, name } = named(world, action);
  const subject = objectKind === "Pod" ? subjectOf(world, { namespace, pod: name }) : {};
  const span = world.trace.root.enter(`Delete ${objectKind} ${name}`, { step: 1, actor: "developer", subject });
  return findRefusal(span, () => world.clock.run(() => world.developer.delete({ objectKind, namespace, name }, span)));
}

function named(world: World, { pod, serviceAccount, kind, name, namespace }: z.infer<typeof deleteSchema>) {
  if (pod !== undefined) return { objectKind: "Pod", name: world.podNamed(namespace, pod) };
  return kind === undefined ? { objectKind: "ServiceAccount", name: String(serviceAccount) } : { objectKind: kind, name: String(name) };
}
