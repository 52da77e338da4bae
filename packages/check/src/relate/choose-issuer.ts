import { type LocatedNode, memberOf, scalarAt, textOf } from "@irsa-sim/documents";
import { ASSUMED, type Assumptions } from "../assume/assumptions.js";
import { assumedIssuer, DEFAULT_REGION } from "../assume/defaults.js";
import type { Evidence } from "../check-options.js";
import type { Cluster, Inventory } from "../gather/inventory.js";
import { federatedPrincipals, isTrustPolicy, mentions } from "./trust-policies.js";

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
  const trusted = trustedIssuers(inventory, subject);
  const [issuer] = trusted;
  if (issuer !== undefined) {
    const url = `https://${PROVIDER.exec(textOf(issuer) ?? "")?.[1]}`;
    assumptions.add("cluster", `${unsettled}: assumed that its issuer is the one that the trust policy names, ${url}`);
    return scalarAt(issuer.place, url);
  }
  const assumed = assumedIssuer(cluster?.region ?? DEFAULT_REGION);
  assumptions.add("cluster", `${unsettled}, and nothing names its issuer: assumed ${assumed}`);
  return scalarAt(ASSUMED, assumed);
}

/** Those of trust policies that name the subject before the others. */
function trustedIssuers({ roles, policies }: Inventory, subject: string): readonly LocatedNode[] {
  const trust = [...roles.flatMap(({ document }) => memberOf(document.node, "trustPolicy") ?? []), ...policies.map(({ node }) => node).filter(isTrustPolicy)];
  const inOrder = [...trust.filter((policy) => mentions(policy, subject)), ...trust.filter((policy) => !mentions(policy, subject))];
  return inOrder.flatMap(federatedPrincipals).filter((principal) => PROVIDER.test(textOf(principal) ?? ""));
}
