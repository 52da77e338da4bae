import type { Json } from "@irsa-sim/core";
import { type LoadedScenario, loadScenario, ScenarioError } from "@irsa-sim/scenario-runner";
import { createFilesView } from "../files/create-files-view.js";
import type { OpenScenario } from "../play/open-scenario.js";
import { type JsonChange, listChanges } from "./list-changes.js";

/** What the open scenario's own fix changes, place by place; empty when it has none, or its files have faults. */
export function listFixChanges(files: Readonly<Record<string, string>>, { folder, cell, edits }: OpenScenario): readonly JsonChange[] {
  const opened = createFilesView(files, edits);
  try {
    const broken = loadScenario(opened, folder, { cell });
    if (broken.fix === null) return [];
    return listChanges(asJson(broken), asJson(loadScenario(opened, folder, { cell, fixed: true })));
  } catch (error) {
    if (error instanceof ScenarioError) return [];
    throw error;
  }
}

/** What a fix can change: the world, and what the timeline applies and does. */
function asJson({ timeline, golden: _golden, expect: _expect, fix: _fix, notices: _notices, ...world }: LoadedScenario): Json {
  const actions = timeline.flatMap((entry) => (entry.kind === "action" ? [{ [entry.definition.name]: entry.action ?? null, objects: entry.objects }] : []));
  return JSON.parse(JSON.stringify({ ...world, timeline: actions })) as Json;
}
