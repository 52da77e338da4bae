import type { EpochMillis } from "@irsa-sim/core";
import type { WorldDescription } from "../settings/world-description.js";
import { createKeyMaterial } from "./create-key-material.js";
import type { KeyMaterial } from "./key-material.js";
import { REGIONS } from "./regions.js";

const DAY_MS = 86_400_000;
const YEARS_AHEAD = 10;

/**
 * Makes keys and certificates for a described world; unlike the well-known ones they are nobody else's. An issuer has one key: further ones are made when
 * it is rotated, since to make them takes longer than all else at a start.
 *
 * @param now from when on they count, but for a day
 * @example const keys = await createFreshKeys(scenario, epochMillis(Date.now()));
 */
export function createFreshKeys({ cluster: { region }, clusters }: Pick<WorldDescription, "cluster" | "clusters">, now: EpochMillis): Promise<KeyMaterial> {
  const validity = { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + YEARS_AHEAD * 365 * DAY_MS) };
  return createKeyMaterial({ regions: [...new Set([region, ...REGIONS])], validity, furtherClusters: clusters.size, keysPerIssuer: 1 });
}
