import type { Cluster, Inventory, Workload } from "../gather/inventory.js";

/**
 * The cluster that a workload runs in: the one that is asked for, the only one, or the one whose description stands nearest to the workload's file; `null` when
 * none is given or several are as near.
 */
export function chooseCluster({ document }: Workload, { clusters }: Pick<Inventory, "clusters">, asked: string | null): Cluster | null {
  if (asked !== null) return clusters.find(({ name }) => name === asked) ?? null;
  const file = document.node.place.file;
  const near = clusters.map((cluster) => ({ cluster, shared: sharedFolders(cluster.node.place.file, file) }));
  const most = Math.max(...near.map(({ shared }) => shared));
  const [nearest, another] = near.filter(({ shared }) => shared === most);
  return another === undefined ? (nearest?.cluster ?? null) : null;
}

/** How many folders two files have in common, from the outermost on. */
function sharedFolders(a: string, b: string): number {
  const [first, second] = [a, b].map((file) => file.split("/").slice(0, -1));
  const differs = (first ?? []).findIndex((part, index) => part !== second?.[index]);
  return differs === -1 ? (first ?? []).length : differs;
}
