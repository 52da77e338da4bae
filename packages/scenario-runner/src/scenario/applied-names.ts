import { type LocatedNode, memberOf, podTemplateIn, textOf } from "@irsa-sim/documents";

/** Names of one kind of objects. */
export interface NamesOfKind {
  /** Without repetitions. */
  readonly names: readonly string[];
  readonly has: (namespace: string, name: string) => boolean;
}

/** Names of what the timeline's files hold. */
export interface AppliedNames {
  readonly pods: NamesOfKind;
  readonly serviceAccounts: NamesOfKind;
}

/** Reads them from the scenario, after patches. Replicas have numbers behind their names, what has `generateName` anything, and each namespace has a service account `default`. */
export function appliedNames(scenario: LocatedNode): AppliedNames {
  const kubernetes = memberOf(scenario, "kubernetes");
  const hasReplicas = memberOf(scenario, "replicas") !== null;
  const pods = joined(kindsWithPods(kubernetes).map(({ kind, objects }) => namesIn(objects, { hasPods: kind !== "Pod" })));
  const serviceAccounts = namesIn(memberOf(kubernetes, "ServiceAccount"));
  return {
    pods: { names: pods.names, has: (namespace, name) => pods.has(namespace, name) || (hasReplicas && pods.has(namespace, name.replace(/-\d+$/, ""))) },
    serviceAccounts: { names: serviceAccounts.names, has: (namespace, name) => name === "default" || serviceAccounts.has(namespace, name) },
  };
}

/** Pods, and all that makes pods. */
function kindsWithPods(kubernetes: LocatedNode | null) {
  const kinds = kubernetes?.kind === "object" ? [...kubernetes.members].map(([kind, { node }]) => ({ kind, objects: node })) : [];
  return kinds.filter(
    ({ kind, objects }) => kind === "Pod" || (objects.kind === "object" && [...objects.members.values()].some(({ node }) => podTemplateIn(node) !== null)),
  );
}

function joined(names: readonly NamesOfKind[]): NamesOfKind {
  return { names: [...new Set(names.flatMap((one) => one.names))], has: (namespace, name) => names.some((one) => one.has(namespace, name)) };
}

/** @param hasPods whether a name is also the beginning of names of pods */
function namesIn(objects: LocatedNode | null, { hasPods = false } = {}): NamesOfKind {
  const found = objects?.kind === "object" ? [...objects.members.values()].map(({ node }) => memberOf(node, "metadata")) : [];
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const metadata of found) {
    const namespace = textOf(memberOf(metadata, "namespace")) ?? "default";
    const name = textOf(memberOf(metadata, "name"));
    const beginning = textOf(memberOf(metadata, "generateName"));
    if (name !== null) whole.add(`${namespace}/${name}`);
    if (name !== null && hasPods) beginnings.add(`${namespace}/${name}-`);
    if (name === null && beginning !== null) beginnings.add(`${namespace}/${beginning}`);
  }
  return {
    names: [...new Set([...whole].map((path) => path.slice(path.indexOf("/") + 1)))],
    has: (namespace, name) =>
      whole.has(`${namespace}/${name}`) || (beginnings.size > 0 && beginningsOf(name).some((part) => beginnings.has(`${namespace}/${part}`))),
  };
}

function beginningsOf(name: string): readonly string[] {
  return Array.from({ length: name.length }, (_, end) => name.slice(0, end + 1));
}
