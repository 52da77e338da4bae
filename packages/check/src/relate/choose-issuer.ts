import { type LocatedNode, memberOf, scalarAt, textOf } from "@irsa-sim/documents";
import { ASSUMED, type Assumptions } from "../assume/assumptions.js";
import { assumedIssuer, DEFAULT_REGION } from "../assume/defaults.js";
import type { Evidence } from "../check-options.js";
import type { Cluster, Inventory } from "../gather/inventory.js";
import { indexOf } from "./inventory-index.js";
import { federatedPrincipals, mentions } from "./trust-policies.js";

const PROVIDER = /:oidc-provider\/(.+)$/;

/** The issuer of a workload's cluster: its own, or that of the only provider, or the one that the roles which name the workload trust. */
export function chooseIssuer(
  cluster: Cluster | null,
  { subject, inventory, token }: { readonly subject: string; readonly inventory: Inventory; readonly token: Evidence["token"] },
  assumptions: Assumptions,
): LocatedNode {
  if (cluster !== null && cluster.issuer !== null) return cluster.issuer;
  if (token !== null && token.issuer !== null) return scalarAt({ file: token.file, line: 1, column: 1 }, token.issuer);
  const unsettled = inventory.clusters.length === 0 ? "no cluster is given" : "the clusters that are given settle no issuer";
  const [provider, anotherProvider] = inventory.oidcProviders;
  if (provider !== undefined && anotherProvider === undefined) {
    assumptions.add("cluster", `${unsettled}: assumed that its issuer is that of the only OIDC provider, ${provider.url}`);
    return memberOf(provider.node, "url") ?? scalarAt(ASSUMED, provider.url);
  }
  const issuer = trustedIssuer(inventory, subject);
  if (issuer !== null) {
    const url = `https://${PROVIDER.exec(textOf(issuer) ?? "")?.[1]}`;
    assumptions.add("cluster", `${unsettled}: assumed that its issuer is the one that the trust policy names, ${url}`);
    return scalarAt(issuer.place, url);
  }
  const assumed = assumedIssuer(cluster?.region ?? DEFAULT_REGION);
  assumptions.add("cluster", `${unsettled}, and nothing names its issuer: assumed ${assumed}`);
  return scalarAt(ASSUMED, assumed);
}

/** That of the first trust policy which names the subject, or else of the first of all. */
function trustedIssuer(inventory: Inventory, subject: string): LocatedNode | null {
  const { trust } = indexOf(inventory);
  return firstIssuer(trust.filter((policy) => mentions(policy, subject))) ?? firstIssuer(trust);
}

function firstIssuer(policies: readonly LocatedNode[]): LocatedNode | null {
  for (const policy of policies) {
    const found = federatedPrincipals(policy).find((principal) => PROVIDER.test(textOf(principal) ?? ""));
    if (found !== undefined) return found;
  }
  return null;
}
