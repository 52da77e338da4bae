import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { subjectOf } from "../subject-of.js";
import type { deleteSchema } from "./schema.js";

/** Deletes one object, as `kubectl delete` does. */
export async function performDelete(world: World, { pod, serviceAccount, namespace }: z.infer<typeof deleteSchema>): Promise<Refusal | null> {
  const [objectKind, name, subject] = pod === undefined ? ["ServiceAccount", String(serviceAccount), {}] : ["Pod", pod, subjectOf(world, { namespace, pod })];
  const span = world.trace.root.enter(`Delete ${objectKind} ${name}`, { step: 1, actor: "developer", subject });
  return findRefusal(span, () => world.clock.run(() => world.developer.delete({ objectKind, namespace, name }, span)));
}
