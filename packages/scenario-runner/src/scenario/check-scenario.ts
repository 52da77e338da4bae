import { type CheckOptions, checkTree, type LocatedNode, type ProblemList, withMember } from "@irsa-sim/documents";
import { checkDocuments } from "./check-documents.js";
import { normalizeTimeline } from "./read-timeline.js";
import { type ScenarioDocument, scenarioSchema } from "./schema/scenario-schema.js";

/** Holds a scenario with all that it names against the schemas; `null` when there are faults, which are then in `problems`. */
export function checkScenario(scenario: LocatedNode, problems: ProblemList, options: CheckOptions = {}): ScenarioDocument | null {
  const document = checkTree(asSchema(scenario, problems), scenarioSchema, problems, options);
  if (options.partial !== true) checkDocuments(scenario, problems);
  return document;
}

/** The scenario as its schema knows it: each action of the timeline says its kind, and Kubernetes objects have schemas of their own. */
function asSchema(scenario: LocatedNode, problems: ProblemList): LocatedNode {
  if (scenario.kind !== "object") return scenario;
  const { members } = withMember(scenario, "kubernetes", null);
  const timeline = members.get("timeline");
  const normalized = timeline && { ...timeline, node: normalizeTimeline(timeline.node, problems) };
  return withMember({ ...scenario, members }, "timeline", normalized ?? null);
}
