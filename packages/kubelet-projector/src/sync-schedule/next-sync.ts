import { addMillis, type EpochMillis, type Random } from "@irsa-sim/core";

const PERIOD_MS = 60_000;
const JITTER = 0.5;

/** When a pod is looked at again: in 60 to 90 seconds (kubernetes-tokens.md, section 6.5). */
export function nextSync(now: EpochMillis, random: Pick<Random, "fraction">): EpochMillis {
  return addMillis(now, Math.round(PERIOD_MS * (1 + JITTER * random.fraction())));
}
