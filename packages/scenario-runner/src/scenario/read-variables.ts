import { partitionOf } from "@irsa-sim/core";
import { type LocatedNode, memberOf } from "@irsa-sim/documents";
import { issuerIdOf, issuerOf, parseWorldDescription } from "@irsa-sim/simulation";
import { parseAddress } from "./address.js";
import { applyPatches } from "./apply-patch.js";
import { createScenarioProblems } from "./create-scenario-problems.js";

const DEFAULTS = parseWorldDescription({});

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
  const issuer = read("cluster", "issuer", "url").replace("https://", "") || issuerOf(region, read("cluster", "issuerId"));
  const own = {
    issuer,
    issuerUrl: `https://${issuer}`,
    account: read("aws", "account"),
    partition: partitionOf(region),
    region,
    cluster: read("cluster", "name"),
  };
  const further = memberOf(patched, "clusters");
  const ofFurther =
    further?.kind === "object" ? [...further.members.keys()].map((name) => variablesOfCluster(name, (...path) => read("clusters", name, ...path), own)) : [];
  return Object.assign({}, own, ...ofFurther);
}

/** `${clusters.green.issuer}` and its like. */
function variablesOfCluster(name: string, read: (...path: readonly string[]) => string, own: { readonly account: string }): Readonly<Record<string, string>> {
  const region = read("region") || DEFAULTS.cluster.region;
  const issuer = read("issuer", "url").replace("https://", "") || issuerOf(region, read("issuerId") || issuerIdOf(name));
  const values = { issuer, issuerUrl: `https://${issuer}`, region, account: read("account") || own.account };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`clusters.${name}.${key}`, value]));
}

/** A patch with the addresses on which a variable may depend. */
function withoutOthers(patch: LocatedNode): LocatedNode {
  return patch.kind === "object" ? { ...patch, members: new Map([...patch.members].filter(([address]) => mayConcernVariables(address))) } : patch;
}

function mayConcernVariables(address: string): boolean {
  const [first, second = "account"] = parseAddress(address) ?? [];
  return first === "cluster" || first === "clusters" || (first === "aws" && second === "account");
}
