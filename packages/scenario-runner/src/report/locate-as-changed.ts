import type { SourceReference } from "@irsa-sim/core";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { findChange } from "../timeline/find-change.js";

/**
 * Where a value was written, as of an action of the timeline: in the action that wrote it last, else in the scenario's files.
 *
 * @param options `last` is the index of the last action that was begun, -1 before the first; `cluster` is whose objects are meant where several clusters have one of the name
 */
export function locateAsChanged(
  scenario: LoadedScenario,
  { file, pointer = "" }: SourceReference,
  { last, cluster }: { readonly last: number; readonly cluster?: string | undefined },
): SourceReference | null {
  const path = pointer.split("/").slice(1);
  const unescaped = path.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const change = findChange(scenario, { source: file, path: unescaped, cluster }, last);
  if (change === null) return scenario.locate(file, pointer, cluster);
  const entry = scenario.timeline[change.index];
  const action = entry?.kind === "action" ? entry.definition.name : "";
  const within = path.slice(path.length - change.rest.length);
  return scenario.locate(`timeline/${change.index}`, ["", action, ...change.member.map(escapeSegment), ...within].join("/"));
}

function escapeSegment(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}
