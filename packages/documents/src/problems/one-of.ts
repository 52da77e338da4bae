import { nearestNames } from "@irsa-sim/core";
import { listNames } from "./list-names.js";

/** What would have been right instead of `written`: the names, behind the nearest when it can be meant. */
export function oneOf(names: readonly string[], written: string): string {
  const [nearest] = nearestNames(written, names);
  return `${nearest === undefined ? "" : `perhaps ${nearest}; `}one of: ${listNames(names)}`;
}
