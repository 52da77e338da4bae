import { partitionOf } from "@irsa-sim/core";
import { type LocatedNode, memberOf } from "@irsa-sim/documents";
import { issuerOf } from "@irsa-sim/simulation";
import { parseAddress } from "./address.js";
import { applyPatches } from "./apply-patch.js";
import { createScenarioProblems } from "./create-scenario-problems.js";

/**
 * The variables of a scenario, as it is after its patches: one of them may move it to another region.
 * What is wrong with the patches is told when they are applied in earnest.
 */
export function readVariables(scenario: LocatedNode, patches: readonly LocatedNode[]): Readonly<Record<string, string>> {
  const patched = patches.map(withoutOthers).reduce((node, patch) => applyPatches(node, patch, createScenarioProblems()), scenario);
  const read = (...path: readonly string[]): string => {
    const node = path.reduce<LocatedNode | null>((found, key) => memberOf(found, key), patched);
    return node?.kind === "scalar" ? String(node.value) : "";
  };
  const region = read("cluster", "region");
  const own = read("cluster", "issuer", "url").replace("https://", "");
  const issuer = own || issuerOf(region, read("cluster", "issuerId"));
  return { issuer, issuerUrl: `https://${issuer}`, account: read("aws", "account"), partition: partitionOf(region), region, cluster: read("cluster", "name") };
}

/** A patch with the addresses on which a variable may depend. */
function withoutOthers(patch: LocatedNode): LocatedNode {
  return patch.kind === "object" ? { ...patch, members: new Map([...patch.members].filter(([address]) => mayConcernVariables(address))) } : patch;
}

function mayConcernVariables(address: string): boolean {
  const [first, second = "account"] = parseAddress(address) ?? [];
  return first === "cluster" || (first === "aws" && second === "account");
}
