import type { Assumption } from "@irsa-sim/core";
import type { Place } from "@irsa-sim/documents";

/** Where values stand that no document says. */
export const ASSUMED: Place = { file: "(assumed)", line: 1, column: 1 };

/** Collects what was assumed; each is told once. */
export interface Assumptions {
  /** @param id stable, such as `oidc-provider` */
  add(id: string, message: string): void;
  list(): readonly Assumption[];
}

/** Creates an empty collection. */
export function createAssumptions(): Assumptions {
  const found = new Map<string, Assumption>();
  return {
    add: (id, message) => void found.set(`${id} ${message}`, { id, message }),
    list: () => [...found.values()],
  };
}
