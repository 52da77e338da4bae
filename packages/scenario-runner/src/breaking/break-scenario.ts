import type { Json, JsonObject } from "@irsa-sim/core";
import { type Document, isMap, isSeq, parseDocument } from "yaml";
import type { ScenarioFiles } from "../scenario/scenario-files.js";
import type { Breakage, FaultAt, SettingAt } from "./breakage.js";

/**
 * The text of a scenario's `scenario.yaml` with something broken in it; all else that stands there stays as it is, but for its `fix`, which mends something else.
 *
 * @param folder of a scenario that can be loaded
 * @throws {TypeError} when its `scenario.yaml` is none
 */
export function breakScenario(files: ScenarioFiles, folder: string, { change }: Breakage): string {
  const document = readDocument(files, folder);
  if (change.kind === "setting") mergeSetting(document, change);
  else insertFault(document, change, () => inheritedTimeline(files, folder));
  document.set("fix", null);
  return document.toString({ lineWidth: 0 });
}

/** Member by member, beside what the patch of that address says already. */
function mergeSetting(document: Document, { address, value }: SettingAt): void {
  const place = ["patch", address];
  if (!isMap(document.getIn(place))) document.setIn(place, document.createNode({}));
  for (const [path, leaf] of leavesOf(value)) document.setIn([...place, ...path], document.createNode(leaf));
}

function leavesOf(value: JsonObject): readonly (readonly [readonly string[], Json])[] {
  return Object.entries(value).flatMap(([name, member]) =>
    typeof member === "object" && member !== null && !Array.isArray(member)
      ? leavesOf(member as JsonObject).map(([path, leaf]) => [[name, ...path], leaf] as const)
      : [[[name], member] as const],
  );
}

function insertFault(document: Document, { fault, before }: FaultAt, inherited: () => readonly Json[]): void {
  if (!document.has("timeline")) document.set("timeline", document.createNode(inherited()));
  const timeline = document.get("timeline");
  if (!isSeq(timeline)) throw new TypeError("a timeline is a list");
  const entries = timeline.toJSON() as readonly Json[];
  const firstCall = entries.findIndex((entry) => typeof entry === "object" && entry !== null && "call" in entry);
  const at = before === "everything" ? 0 : firstCall === -1 ? entries.length : firstCall;
  timeline.items.splice(at, 0, document.createNode({ fault }, { flow: true }));
}

/** As it is written in the nearest base that has one. */
function inheritedTimeline(files: ScenarioFiles, folder: string): readonly Json[] {
  const base = readDocument(files, folder).get("base");
  const baseFolder = typeof base === "string" ? files.folderOf(base, folder) : null;
  if (baseFolder === null) throw new TypeError(`no timeline above ${files.displayPath(folder, "scenario.yaml")}`);
  const { timeline } = readDocument(files, baseFolder).toJS() as { readonly timeline?: readonly Json[] };
  return timeline ?? inheritedTimeline(files, baseFolder);
}

function readDocument(files: ScenarioFiles, folder: string): Document {
  const text = files.read(folder, "scenario.yaml");
  if (typeof text !== "string") throw new TypeError(`${files.displayPath(folder, "scenario.yaml")} cannot be read`);
  return parseDocument(text);
}
