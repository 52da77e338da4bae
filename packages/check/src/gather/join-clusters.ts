import { textOf } from "@irsa-sim/documents";
import type { Cluster } from "./inventory.js";

/** Clusters each once: what one document says of a cluster and another leaves out goes together, and what EKS itself says comes first. */
export function joinClusters(clusters: readonly Cluster[]): readonly Cluster[] {
  const inOrder = [...clusters.filter(({ account }) => account !== null), ...clusters.filter(({ account }) => account === null)];
  const joined: Cluster[] = [];
  for (const cluster of inOrder) {
    const index = joined.findIndex((one) => isSame(one, cluster));
    const known = joined[index];
    if (known === undefined) joined.push(cluster);
    else joined[index] = together(known, cluster);
  }
  return joined;
}

function isSame(a: Cluster, b: Cluster): boolean {
  const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;
  const issuers = [a.issuer, b.issuer].map((issuer) => (issuer === null ? null : textOf(issuer)));
  return a.name !== "" && a.name === b.name && agree(issuers[0] ?? null, issuers[1] ?? null) && agree(a.account, b.account) && agree(a.region, b.region);
}

function together(first: Cluster, second: Cluster): Cluster {
  return {
    name: first.name,
    account: first.account ?? second.account,
    region: first.region ?? second.region,
    issuer: first.issuer ?? second.issuer,
    node: { ...first.node, members: new Map([...second.node.members, ...first.node.members]) },
  };
}
