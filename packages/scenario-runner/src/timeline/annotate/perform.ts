import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import type { z } from "zod";
import { subjectOf } from "../subject-of.js";
import type { annotateSchema } from "./schema.js";

/** Changes annotations of an object that is there, as `kubectl annotate --overwrite` does; webhooks of pods are not asked. */
export async function performAnnotate(
  world: World,
  { pod: written, serviceAccount, namespace, annotations }: z.infer<typeof annotateSchema>,
): Promise<Refusal | null> {
  const pod = written === undefined ? undefined : world.podNamed(namespace, written);
  const [objectKind, name, subject] = pod === undefined ? ["ServiceAccount", String(serviceAccount), {}] : ["Pod", pod, subjectOf(world, { namespace, pod })];
  const span = world.trace.root.enter(`Annotate ${objectKind} ${name}`, { step: 1, actor: "developer", subject });
  return findRefusal(span, () => world.clock.run(() => world.developer.patch({ objectKind, namespace, name }, { metadata: { annotations } }, span)));
}
