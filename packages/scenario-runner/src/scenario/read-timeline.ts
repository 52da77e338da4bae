/** The timeline as it is written becomes what the schema checks: each entry has the key of an action, and `advance: 24h` is `advance: { duration: 24h }`. */
import { describeNode, type LocatedNode, type Member, oneOf, type Place, type ProblemList } from "@irsa-sim/documents";
import type { ActionDefinition } from "../timeline/action-definition.js";
import { ACTIONS } from "../timeline/actions.js";
import { CLUSTER_KEY, ENTRY_NAMES } from "../timeline/timeline-schema.js";

/** How an entry is written; an expectation in between is no action. */
const ENTRIES: readonly Pick<ActionDefinition, "name" | "holds" | "value">[] = [...ACTIONS, { name: "expect", holds: "outcome, error, pod, token, …" }];

/** The timeline with an object wherever a value is short for one; what is no action is a problem, and nothing stands in its place, so that the others keep their numbers. */
export function normalizeTimeline(timeline: LocatedNode, problems: ProblemList): LocatedNode {
  if (timeline.kind !== "list") return timeline;
  return { ...timeline, items: timeline.items.map((item) => normalizeEntry(item, problems)) };
}

function normalizeEntry(item: LocatedNode, problems: ProblemList): LocatedNode {
  const expected = `one of: ${ENTRY_NAMES.join(", ")}`;
  const members = item.kind === "object" ? [...item.members] : [];
  const beside = members.filter(([key]) => key === CLUSTER_KEY);
  const [entry, second] = members.filter(([key]) => key !== CLUSTER_KEY);
  if (entry === undefined || second !== undefined) {
    problems.add(second?.[1].keyPlace ?? item.place, { message: "an action has exactly one key", expected, actual: describeNode(item) });
    return nothingAt(item.place);
  }
  const [name, { keyPlace, node }] = entry;
  const definition = ENTRIES.find((one) => one.name === name);
  if (name === "expect" && beside[0] !== undefined)
    problems.add(beside[0][1].keyPlace, { message: "an expectation happens in no cluster", expected: "cluster in its pod or token" });
  if (definition === undefined) {
    problems.add(keyPlace, { message: `unknown action "${name}"`, expected: oneOf(ENTRY_NAMES, name) });
    return nothingAt(item.place);
  }
  if (node.kind === "object" || definition.holds === undefined) return item;
  if (definition.value !== undefined) {
    const whole = objectAt(keyPlace, definition.value, { keyPlace, node });
    return { kind: "object", place: item.place, members: new Map([...beside, [name, { keyPlace, node: whole }]]) };
  }
  problems.add(node.place, { message: `${name} is not an object`, expected: definition.holds, actual: describeNode(node) });
  return nothingAt(item.place);
}

/** Nothing is expected. */
function nothingAt(place: Place): LocatedNode {
  return objectAt(place, "expect", { keyPlace: place, node: { kind: "object", place, members: new Map() } });
}

function objectAt(place: Place, name: string, member: Member): LocatedNode {
  return { kind: "object", place, members: new Map([[name, member]]) };
}
