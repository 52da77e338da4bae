import type { JsonObject } from "@irsa-sim/core";
import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import { subjectOf } from "../subject-of.js";

/** Creates the objects of the files in order, or changes those that are there, as `kubectl apply -f` does. */
export async function performApply(world: World, _: unknown, objects: readonly JsonObject[]): Promise<Refusal | null> {
  for (const object of objects) {
    const { kind, metadata } = object as unknown as AppliedObject;
    const subject = kind === "Pod" && metadata.name !== undefined ? subjectOf(world, { namespace: metadata.namespace ?? "default", pod: metadata.name }) : {};
    const span = world.trace.root.enter(`Apply ${kind} ${metadata.name}`, { step: 1, actor: "developer", subject });
    const refusal = await findRefusal(span, () => world.clock.run(() => world.developer.apply(object, span)));
    if (refusal !== null) return refusal;
  }
  return null;
}

/** What a manifest says of itself; one with `generateName` has no name yet. */
interface AppliedObject {
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string };
}
