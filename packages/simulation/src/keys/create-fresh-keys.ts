import type { EpochMillis } from "@irsa-sim/core";
import { createKeyMaterial } from "./create-key-material.js";
import type { KeyMaterial } from "./key-material.js";
import { REGIONS } from "./regions.js";

const DAY_MS = 86_400_000;
const YEARS_AHEAD = 10;

/** What the keys are for. */
interface FreshKeysRequest {
  readonly region: string;
  readonly now: EpochMillis;
  /** How many clusters there are beside the first; none when absent. */
  readonly furtherClusters?: number;
}

/** Makes keys and certificates for one run; unlike the well-known ones they are nobody else's. */
export function createFreshKeys({ region, now, furtherClusters = 0 }: FreshKeysRequest): Promise<KeyMaterial> {
  const validity = { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + YEARS_AHEAD * 365 * DAY_MS) };
  return createKeyMaterial({ regions: [...new Set([region, ...REGIONS])], validity, furtherClusters });
}
