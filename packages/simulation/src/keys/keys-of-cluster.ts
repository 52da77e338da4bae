import type { KeyMaterial } from "./key-material.js";

/**
 * The keys as one cluster has them: issuers share none.
 * Differs from real clusters, of which each has a root of its own too: nobody reaches another cluster's API server by its name, so which root signed it is never seen.
 *
 * @param index the cluster's place, 0 for the first
 */
export function keysOfCluster(keys: KeyMaterial, index: number): KeyMaterial {
  if (index === 0) return keys;
  const own = keys.furtherIssuers[index - 1];
  if (own === undefined) throw new Error(`there are keys for ${keys.furtherIssuers.length + 1} clusters`);
  return { ...keys, issuerSigningKeys: own.signingKeys, issuerCurveKeys: own.curveKeys };
}
