import { type ObjectNode, objectAt, scalarAt } from "@irsa-sim/documents";
import type { RealIssuer } from "../../kubernetes/read-issuer.js";

/**
 * What a real cluster's issuer changes in a scenario: it takes the place of the scenario's own, also where the scenario writes `${issuer}`.
 *
 * @param source where it was read, as messages name it
 */
export function patchFor({ issuer, issuerUrl }: RealIssuer, source: string): ObjectNode {
  const place = { file: source, line: 1, column: 1 };
  const inTokens = issuer === issuerUrl ? null : issuer;
  const members = { url: issuerUrl, serviceAccountIssuer: inTokens, documentIssuer: inTokens, public: null, key: null };
  return objectAt(place, {
    "cluster.issuer": objectAt(place, Object.fromEntries(Object.entries(members).map(([name, value]) => [name, scalarAt(place, value)]))),
    "cluster.flavour": scalarAt(place, "self-hosted"),
  });
}
