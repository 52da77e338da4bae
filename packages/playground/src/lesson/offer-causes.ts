import type { Cause } from "@irsa-sim/diagnosis";

/** How many causes are offered. */
const OFFERED = 7;

/** The right cause among others that lie near it in the catalogue, in order of the alphabet, so that neither place nor number gives it away. */
export function offerCauses(causes: readonly Cause[], right: string | null, step: number | null): readonly Cause[] {
  const place = Math.max(
    0,
    causes.findIndex(({ id }) => id === right),
  );
  const spread = 1 + (step ?? 0);
  const others = causes.map((_, index) => causes[(place + (index + 1) * spread) % causes.length]).filter((cause) => cause !== undefined && cause.id !== right);
  const chosen = [...new Set([...(right === null ? [] : [causes[place]]), ...others])].filter((cause) => cause !== undefined).slice(0, OFFERED);
  return chosen.sort((a, b) => (a.title < b.title ? -1 : 1));
}
