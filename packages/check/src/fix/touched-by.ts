import type { LocatedNode } from "@irsa-sim/documents";
import type { PlayedWorkload } from "../play/play-workload.js";
import type { Fix } from "./fixes-in.js";

/** Of a fix the workloads, by their numbers, in whose worlds something stands that it changes. */
type Touching = (fix: Fix) => ReadonlySet<number>;

/** Tells it of each of several fixes. */
export function touchedBy(fixes: readonly Fix[], played: readonly PlayedWorkload[]): Touching {
  const worlds = worldsAt(fixes, played);
  return ({ edits }) => new Set(edits.flatMap(({ file, at }) => [...(worlds.get(keyOf({ file, ...at })) ?? [])]));
}

/** Of fixes those that touch none of the same worlds, the first ones first. */
export function chooseApart(fixes: readonly Fix[], played: readonly PlayedWorkload[]): readonly Fix[] {
  const touching = touchedBy(fixes, played);
  const taken = new Set<number>();
  return fixes.filter((fix) => {
    const touched = [...touching(fix)];
    if (touched.some((index) => taken.has(index))) return false;
    for (const index of touched) taken.add(index);
    return true;
  });
}

/** Of each place that fixes change, the workloads in whose worlds it is. */
function worldsAt(fixes: readonly Fix[], played: readonly PlayedWorkload[]): ReadonlyMap<string, ReadonlySet<number>> {
  const worlds = new Map<string, Set<number>>(fixes.flatMap(({ edits }) => edits.map(({ file, at }) => [keyOf({ file, ...at }), new Set()])));
  const visit = (node: LocatedNode, index: number): void => {
    worlds.get(keyOf(node.place))?.add(index);
    if (node.kind === "list") for (const item of node.items) visit(item, index);
    if (node.kind === "object") for (const { node: child } of node.members.values()) visit(child, index);
  };
  for (const [index, { plays }] of played.entries())
    for (const { tree, objects } of plays) {
      visit(tree, index);
      for (const { node } of [...objects.values()].flat()) if (node !== null) visit(node, index);
    }
  return worlds;
}

function keyOf({ file, line, column }: LocatedNode["place"]): string {
  return `${line}:${column} ${file}`;
}
