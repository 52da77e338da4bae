/** Where a scenario keeps the documents that places and edits name. */
import type { JsonObject, Subject } from "@irsa-sim/core";
import type { z } from "zod";
import type { LoadedScenario } from "../scenario/loaded-scenario.js";
import { SETTINGS } from "../scenario/locate.js";
import { call } from "../timeline/call/index.js";
import type { callSchema } from "../timeline/call/schema.js";
import type { PlannedAction } from "../timeline/timeline-entry.js";

/** Where a run stopped: what came before it has happened, and is what a fix must change. */
export interface StoppedAt {
  /** Index of the action in the timeline; -1 before the first. */
  readonly index: number;
  readonly subject: Subject;
}

/** A document in a scenario. */
export interface FoundDocument {
  /** Names of members, and indices. */
  readonly path: readonly string[];
  /** Written in the scenario's words where IAM has others, by IAM's. */
  readonly settings: Readonly<Record<string, string>>;
}

/** Finds what a source names, as the files have it; `null` when the scenario has no such document. */
export function findDocument(scenario: LoadedScenario, source: string, stopped: StoppedAt): FoundDocument | null {
  const [kind = "", name = "", ...rest] = source.split("/");
  switch (kind) {
    case "aws":
      return at([kind]);
    case "webhook":
    case "cluster":
      return at(ofCluster(scenario, stopped.subject, kind));
    case "call":
      return at(lastAction(scenario, stopped, (entry) => isInCluster(scenario, entry, stopped.subject) && isCallOf(entry, stopped.subject), "action"));
    case "account":
      return at(accountPath(scenario, name));
    case "role":
      return findRole(scenario, { name, part: rest });
    case "oidc-provider":
      return at(providerPath(scenario, [name, ...rest].join("/")), SETTINGS);
    case "bucket":
      return at(rest.length === 0 ? ["aws", "buckets", name] : ["aws", "bucketSettings", name, ...rest]);
    case "resource":
      return at(["aws", "resourcePolicies", [name, ...rest].join("/")]);
    case "vpc-endpoint":
      return at(endpointPath(scenario, name, stopped.subject));
    case "policy":
      return at(policyPath(scenario, [name, ...rest].join("/")));
    default:
      return at(objectPath(scenario, { kind, namespace: name, name: rest.join("/") }, stopped));
  }
}

function at(path: readonly string[] | null, settings: Readonly<Record<string, string>> = {}): FoundDocument | null {
  return path === null ? null : { path, settings };
}

function accountPath({ aws }: LoadedScenario, id: string): readonly string[] | null {
  if (aws.account === id) return ["aws"];
  return [...aws.accounts.keys()].some((account) => account === id) ? ["aws", "accounts", id] : null;
}

/** A further cluster has its webhook within. */
function ofCluster({ clusters }: LoadedScenario, { cluster = "" }: Subject, area: "webhook" | "cluster"): readonly string[] {
  return clusters.has(cluster) ? ["clusters", cluster, area] : [area];
}

/** Whether an action happens in the cluster that a subject is of; the first where none is named. */
function isInCluster({ cluster: first }: LoadedScenario, entry: PlannedAction, { cluster = first.name }: Subject): boolean {
  return (entry.cluster ?? first.name) === cluster;
}

/** Paths of all accounts, the scenario's own first. */
function accountsOf({ aws }: LoadedScenario) {
  return [{ path: ["aws"], account: aws }, ...[...aws.accounts].map(([id, account]) => ({ path: ["aws", "accounts", id as string], account }))];
}

interface RolePart {
  readonly name: string;
  readonly part: readonly string[];
}

function findRole(scenario: LoadedScenario, { name, part: [part, ...policy] }: RolePart): FoundDocument | null {
  const member = part === undefined ? [] : part === "trust-policy" ? ["trustPolicy"] : ["policies", policy.join("/")];
  const found = accountsOf(scenario).find(({ account }) => name in account.roles);
  if (found !== undefined) return at([...found.path, "roles", name, ...member], part === undefined ? SETTINGS : {});
  return scenario.aws.nodeRole.name === name ? at(["aws", "nodeRole", ...member]) : null;
}

/** The policy of the endpoint for a service. */
function endpointPath(scenario: LoadedScenario, service: string, subject: Subject): readonly string[] | null {
  const { cluster } = scenario.clusters.get(subject.cluster ?? "") ?? scenario;
  const index = cluster.network.vpcEndpoints.findIndex((endpoint) => endpoint.service === service);
  return index < 0 ? null : [...ofCluster(scenario, subject, "cluster"), "network", "vpcEndpoints", String(index), "policy"];
}

/** By its name alone, or with its path. */
function policyPath(scenario: LoadedScenario, name: string): readonly string[] | null {
  for (const { path, account } of accountsOf(scenario)) {
    const key = Object.keys(account.managedPolicies).find((one) => one === name || one.endsWith(`/${name}`));
    if (key !== undefined) return [...path, "managedPolicies", key];
    const role = Object.entries(account.roles).find(([own, { permissionsBoundary }]) => typeof permissionsBoundary === "object" && `${own}-boundary` === name);
    if (role !== undefined) return [...path, "roles", role[0], "permissionsBoundary"];
  }
  return null;
}

function providerPath(scenario: LoadedScenario, url: string): readonly string[] | null {
  for (const { path, account } of accountsOf(scenario)) {
    const index = account.oidcProviders.findIndex((provider) => provider.url === `https://${url}`);
    if (index >= 0) return [...path, "oidcProviders", String(index)];
  }
  return null;
}

interface ObjectName {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** The object itself, or the template that a controller made a pod of this name from. */
function objectPath(scenario: LoadedScenario, wanted: ObjectName, stopped: StoppedAt): readonly string[] | null {
  const template = (object: JsonObject): readonly string[] | null => (isNamed(object, wanted) ? [] : templateOf(object, wanted));
  const objects = lastAction(
    scenario,
    stopped,
    (entry) => isInCluster(scenario, entry, stopped.subject) && entry.objects.some((object) => template(object) !== null),
    "objects",
  );
  const entry = objects === null ? undefined : scenario.timeline[Number(objects[1])];
  if (objects === null || entry?.kind !== "action") return null;
  const index = entry.objects.findIndex((object) => template(object) !== null);
  return [...objects, String(index), ...(template(entry.objects[index] as JsonObject) ?? [])];
}

/** Where a workload keeps the template of its pods, whose names begin with its own; `null` for what is none, or another's. */
function templateOf(object: JsonObject, { kind, namespace, name }: ObjectName): readonly string[] | null {
  const { metadata, spec } = object as unknown as Workload;
  const isOwn = kind === "Pod" && metadata?.name !== undefined && name.startsWith(`${metadata.name}-`) && (metadata.namespace ?? "default") === namespace;
  if (!isOwn) return null;
  if (spec?.template !== undefined) return ["spec", "template"];
  return spec?.jobTemplate === undefined ? null : ["spec", "jobTemplate", "spec", "template"];
}

interface Workload {
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: { readonly template?: object; readonly jobTemplate?: object };
}

function isNamed(object: JsonObject, { kind, namespace, name }: ObjectName): boolean {
  const { metadata } = object as { readonly metadata?: { readonly name?: string; readonly namespace?: string } };
  return object.kind === kind && metadata?.name === name && (metadata.namespace ?? "default") === namespace;
}

function isCallOf({ definition, action }: PlannedAction, subject: Subject): boolean {
  if (definition !== call) return false;
  const { namespace, pod, container } = action as z.infer<typeof callSchema>;
  return `${namespace}/${pod}` === subject.pod && (container === null || subject.container === undefined || container === subject.container);
}

/** The path of the last action of a kind that was done before the run stopped. */
function lastAction(
  { timeline }: LoadedScenario,
  { index }: StoppedAt,
  isWanted: (entry: PlannedAction) => boolean,
  member: "action" | "objects",
): readonly string[] | null {
  const found = timeline.findLastIndex((entry, place) => place <= index && entry.kind === "action" && isWanted(entry));
  return found < 0 ? null : ["timeline", String(found), member];
}
