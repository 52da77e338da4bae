/** Names that a scenario uses, held against those that there are: causes of the catalogue, and the pods and service accounts of the files that it applies. */
import { nearestNames } from "@irsa-sim/core";
import { CAUSES } from "@irsa-sim/diagnosis";
import { type LocatedNode, memberOf, oneOf, type ProblemList, textOf } from "@irsa-sim/documents";
import { type AppliedNames, appliedNames } from "./applied-names.js";

/** An unknown cause can never be found, and is a fault. A pod that nobody applies may be what a scenario is about, and is a notice. */
export function checkNames(scenario: LocatedNode, problems: ProblemList): void {
  const entries = itemsOf(memberOf(scenario, "timeline"));
  const expectations = [memberOf(scenario, "expect"), memberOf(memberOf(scenario, "fix"), "expect"), ...entries.map((entry) => memberOf(entry, "expect"))];
  for (const expectation of expectations)
    for (const cause of [memberOf(expectation, "cause"), ...itemsOf(memberOf(expectation, "warnings"))]) checkCause(cause, problems);
  const applied = appliedNames(scenario);
  for (const place of [...expectations, ...entries.flatMap(actionsIn)]) checkPlace(place, applied, problems);
}

const CAUSE_IDS = CAUSES.map(({ id }) => id);

function checkCause(cause: LocatedNode | null, problems: ProblemList): void {
  const id = textOf(cause);
  if (cause !== null && id !== null && !CAUSE_IDS.includes(id))
    problems.add(cause.place, () => ({ message: `unknown cause "${id}"`, expected: oneOf(CAUSE_IDS, id) }));
}

/** What an entry of the timeline says of its action; a fault says it one level deeper. */
function actionsIn(entry: LocatedNode): readonly LocatedNode[] {
  const written = entry.kind === "object" ? [...entry.members].filter(([name]) => name !== "expect").map(([, { node }]) => node) : [];
  return written.flatMap((node) => [node, ...(node.kind === "object" ? [...node.members.values()].map((member) => member.node) : [])]);
}

function checkPlace(place: LocatedNode | null, { pods, serviceAccounts }: AppliedNames, problems: ProblemList): void {
  const [pod, token] = [memberOf(place, "pod"), memberOf(place, "token")];
  const inPod =
    pod?.kind === "object" ? { name: memberOf(pod, "name"), namespace: memberOf(pod, "namespace") } : { name: pod, namespace: memberOf(place, "namespace") };
  checkObject(inPod, { kind: "pod", isThere: pods.has, names: pods.names }, problems);
  checkObject({ name: memberOf(token, "pod"), namespace: memberOf(token, "namespace") }, { kind: "pod", isThere: pods.has, names: pods.names }, problems);
  const account = { name: memberOf(place, "serviceAccount"), namespace: memberOf(place, "namespace") };
  checkObject(account, { kind: "service account", isThere: serviceAccounts.has, names: serviceAccounts.names }, problems);
}

interface WrittenName {
  readonly name: LocatedNode | null;
  readonly namespace: LocatedNode | null;
}

interface KnownNames {
  readonly kind: string;
  readonly isThere: (namespace: string, name: string) => boolean;
  readonly names: readonly string[];
}

function checkObject({ name, namespace }: WrittenName, { kind, isThere, names }: KnownNames, problems: ProblemList): void {
  const [written, inNamespace] = [textOf(name), textOf(namespace) ?? "default"];
  if (name === null || written === null || isThere(inNamespace, written)) return;
  problems.notice(name.place, () => `no applied file has the ${kind} "${written}" in namespace ${inNamespace}${hintOf(written, names)}`);
}

function hintOf(written: string, names: readonly string[]): string {
  const [nearest] = nearestNames(written, names);
  return names.includes(written) ? "; another namespace has it" : nearest === undefined ? "" : `; perhaps ${nearest}`;
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "list" ? node.items : [];
}
