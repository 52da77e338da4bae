import { itemsOf, type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";

/** What several files say together. */
export interface MergedKubeconfig {
  readonly currentContext: LocatedNode | null;
  /** By name; what an earlier file says counts. */
  readonly contexts: ReadonlyMap<string, LocatedNode>;
  readonly clusters: ReadonlyMap<string, LocatedNode>;
  readonly users: ReadonlyMap<string, LocatedNode>;
}

/** Merges kubeconfigs as kubectl does: of two entries of a name, and of two current contexts, the first counts. */
export function mergeKubeconfigs(trees: readonly LocatedNode[]): MergedKubeconfig {
  const named = (list: string, value: string): ReadonlyMap<string, LocatedNode> => {
    const entries = new Map<string, LocatedNode>();
    for (const entry of trees.flatMap((tree) => itemsOf(memberOf(tree, list)))) {
      const name = textOf(memberOf(entry, "name"));
      const node = memberOf(entry, value);
      if (name !== null && node !== null && !entries.has(name)) entries.set(name, node);
    }
    return entries;
  };
  const currents = trees.flatMap((tree) => memberOf(tree, "current-context") ?? []);
  return {
    currentContext: currents.find((node) => (textOf(node) ?? "") !== "") ?? null,
    contexts: named("contexts", "context"),
    clusters: named("clusters", "cluster"),
    users: named("users", "user"),
  };
}
