import type { Actor } from "@irsa-sim/core";

/** An actor's lane under a name that Mermaid takes for no word of its own. */
export function mermaidLane(actor: Actor): string {
  return `${actor.replaceAll("-", "_")}_lane`;
}
