import { dnsSuffixOf, partitionOf } from "@irsa-sim/core";
import { applyPatches } from "./apply-patch.js";
import { type LocatedNode, memberOf } from "./located-tree.js";
import { createProblemList } from "./problem-list.js";

/** The issuer's URL without its scheme, as EKS makes it. */
export function issuerOf(region: string, issuerId: string): string {
  return `oidc.eks.${region}.${dnsSuffixOf(region)}/id/${issuerId}`;
}

/**
 * The variables of a scenario, as it is after its patches: one of them may move it to another region.
 * What is wrong with the patches is told when they are applied in earnest.
 */
export function readVariables(scenario: LocatedNode, patches: readonly LocatedNode[]): Readonly<Record<string, string>> {
  const patched = patches.reduce((node, patch) => applyPatches(node, patch, createProblemList()), scenario);
  const read = (...path: readonly string[]): string => {
    const node = path.reduce<LocatedNode | null>((found, key) => memberOf(found, key), patched);
    return node?.kind === "scalar" ? String(node.value) : "";
  };
  const region = read("cluster", "region");
  const issuer = issuerOf(region, read("cluster", "issuerId"));
  return { issuer, issuerUrl: `https://${issuer}`, account: read("aws", "account"), partition: partitionOf(region), region, cluster: read("cluster", "name") };
}
