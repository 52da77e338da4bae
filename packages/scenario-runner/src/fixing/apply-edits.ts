import type { Edit } from "@irsa-sim/core";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { type AskedPlace, findChange } from "../timeline/find-change.js";
import { editValue } from "./edit-value.js";
import { findDocument, type StoppedAt } from "./find-document.js";

/**
 * A scenario with a fix applied to its documents and settings, as if its files said so.
 *
 * @returns `null` when one of the edits leads nowhere: what it names does not stand in the scenario
 */
export function applyEdits(scenario: LoadedScenario, edits: readonly Edit[], stopped: StoppedAt): LoadedScenario | null {
  return edits.reduce<LoadedScenario | null>((edited, { source, pointer, value }) => {
    const path = edited === null ? null : findPlace(edited, { source, path: segmentsOf(pointer), cluster: stopped.subject.cluster }, stopped);
    return edited === null || path === null ? null : editValue(edited, path, value);
  }, scenario);
}

/** Where a place of a document stands in the scenario: in the action that wrote it last before the run stopped, else in the document itself. */
function findPlace(scenario: LoadedScenario, asked: AskedPlace, stopped: StoppedAt): readonly string[] | null {
  const { source, path } = asked;
  const change = findChange(scenario, asked, stopped.index);
  if (change !== null) return ["timeline", String(change.index), "action", ...change.member, ...change.rest];
  const document = findDocument(scenario, source, stopped);
  const [first, ...rest] = path;
  return document === null ? null : [...document.path, ...(first === undefined ? [] : [document.settings[first] ?? first]), ...rest];
}

function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}
