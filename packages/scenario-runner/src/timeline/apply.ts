import { findRefusal, type Refusal, type World } from "@irsa-sim/simulation";
import type { TimelineAction } from "../scenario/loaded-scenario.js";

/** Creates the objects of the files in order, or changes those that are there, as `kubectl apply -f` does. */
export async function performApply(world: World, action: Extract<TimelineAction, { kind: "apply" }>): Promise<Refusal | null> {
  for (const { object } of action.objects) {
    const { kind, metadata } = object as { readonly kind: string; readonly metadata: { readonly name: string } };
    const span = world.trace.root.enter(`Apply ${kind} ${metadata.name}`, { step: 1, actor: "developer" });
    const refusal = await findRefusal(span, () => world.clock.run(() => world.developer.apply(object, span)));
    if (refusal !== null) return refusal;
  }
  return null;
}
