/** The timeline as it is written, `- advance: 24h`, becomes what the schema checks, `{ kind: advance, duration: 24h }`. */
import { describeNode, type LocatedNode, type Member, oneOf, type Place, type ProblemList } from "@irsa-sim/documents";
import { ACTION_KINDS } from "./schema/action-schema.js";

/** Which member holds the value of an action that is no object of its own. */
export const VALUE_MEMBER: Readonly<Record<string, string>> = { apply: "files", advance: "duration", fault: "fault" };

/** Of these, the ones whose value may also be an object of its own. */
export const WRITTEN_BOTH_WAYS: readonly string[] = ["advance"];

/** What the value of an action that is an object of its own holds. */
const MEMBERS: Readonly<Record<string, string>> = {
  advance: "until and atMost",
  call: "pod, sdk, action, bucket and key",
  delete: "pod or serviceAccount",
  exit: "pod and container",
  expect: "outcome, error, pod, token, …",
  read: "pod, container and file",
  reconcile: "files, every and compares",
  restart: "pod or kubelet",
  "rotate-issuer-key": "publish, keepOld",
  iam: "role or oidcProvider",
};

/** The timeline with a `kind` in each action; actions that are none are problems, and something harmless stands in their place so that the others keep their numbers. */
export function normalizeTimeline(timeline: LocatedNode, problems: ProblemList): LocatedNode {
  if (timeline.kind !== "list") return timeline;
  return { ...timeline, items: timeline.items.map((item) => normalizeAction(item, problems)) };
}

function normalizeAction(item: LocatedNode, problems: ProblemList): LocatedNode {
  const expected = `one of: ${ACTION_KINDS.join(", ")}`;
  const entries = item.kind === "object" ? [...item.members] : [];
  const [entry, second] = entries;
  if (entry === undefined || second !== undefined) {
    problems.add(second?.[1].keyPlace ?? item.place, { message: "an action has exactly one key", expected, actual: describeNode(item) });
    return nothingAt(item.place);
  }
  const [kind, { keyPlace, node }] = entry;
  if (!(ACTION_KINDS as readonly string[]).includes(kind)) {
    problems.add(keyPlace, { message: `unknown action "${kind}"`, expected: oneOf(ACTION_KINDS, kind) });
    return nothingAt(item.place);
  }
  const tag: readonly [string, Member] = ["kind", { keyPlace, node: { kind: "scalar", place: keyPlace, value: kind } }];
  const name = VALUE_MEMBER[kind];
  if (name !== undefined && !(node.kind === "object" && WRITTEN_BOTH_WAYS.includes(kind)))
    return { kind: "object", place: keyPlace, members: new Map([tag, [name, { keyPlace, node }]]) };
  if (node.kind === "object") {
    const own = node.members.get("kind");
    if (own !== undefined) problems.add(own.keyPlace, { message: 'unknown key "kind"', expected: MEMBERS[kind] ?? "" });
    return { ...node, members: new Map([...node.members, tag]) };
  }
  problems.add(node.place, { message: `${kind} is not an object`, expected: MEMBERS[kind] ?? "", actual: describeNode(node) });
  return nothingAt(item.place);
}

/** No time passes. */
function nothingAt(place: Place): LocatedNode {
  const member = (value: string): Member => ({ keyPlace: place, node: { kind: "scalar", place, value } });
  return {
    kind: "object",
    place,
    members: new Map([
      ["kind", member("advance")],
      ["duration", member("0s")],
    ]),
  };
}
