import type { Span } from "@irsa-sim/core";
import type { ApiServerParts } from "./api-call.js";

/** Records what became of an object; of a dry run nothing becomes. */
export function recordChange({ store }: Pick<ApiServerParts, "store">, span: Span, change: Parameters<Span["change"]>[0]): void {
  if (!store.isDry) span.change(change);
}
