import type { SourceReference } from "@irsa-sim/core";
import { type LocatedNode, memberOf, placeAt, podTemplateIn } from "@irsa-sim/documents";
import { objectsInCluster } from "./objects-in-cluster.js";

/** What IAM and a scenario call the same setting. */
export const SETTINGS: Readonly<Record<string, string>> = {
  Url: "url",
  ClientIDList: "clientIds",
  ThumbprintList: "thumbprints",
  Path: "path",
  MaxSessionDuration: "maxSessionDurationSeconds",
  Tags: "tags",
};

/** Where a scenario keeps what has a policy of its own. */
const RESOURCES = { bucket: "bucketSettings", "kms-key": "kmsKeys" } as const;
const GUARDRAILS: Readonly<Record<string, string>> = {
  "service-control-policy": "serviceControlPolicies",
  "resource-control-policy": "resourceControlPolicies",
};

/**
 * Creates the search for where a value was written.
 *
 * @param scenario merged, with files read in and patches applied
 * @param options with `fixed`, what is expected is what the fix expects
 */
export function createLocate(
  scenario: LocatedNode,
  { fixed = false }: { readonly fixed?: boolean } = {},
): (source: string, pointer: string, cluster?: string) => SourceReference | null {
  return (source, pointer, cluster) => {
    const found = findDocument(scenario, fixed && source === "expect" ? "fix/expect" : source, cluster);
    if (found === null) return null;
    const [first, ...rest] = pointer
      .split("/")
      .slice(1)
      .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
    const path = first === undefined ? [] : [found.isSettings ? (SETTINGS[first] ?? first) : first, ...rest];
    const { file, line, column } = placeAt(found.node, path);
    return { file, pointer, line, column };
  };
}

interface Found {
  readonly node: LocatedNode;
  /** Written in the scenario's words, and asked for in IAM's. */
  readonly isSettings: boolean;
}

function findDocument(scenario: LocatedNode, source: string, cluster: string | undefined): Found | null {
  const [kind = "", name = "", ...rest] = source.split("/");
  const aws = memberOf(scenario, "aws");
  if (kind === "timeline") return found(name === "" ? memberOf(scenario, kind) : actionAt(scenario, Number(name)));
  if (kind === "expect" && name !== "") return found(memberOf(actionAt(scenario, Number(name)), "expect"));
  if (kind === "fix" && name === "expect") return found(memberOf(memberOf(scenario, kind), name) ?? memberOf(scenario, kind));
  if (kind === "expect" || kind === "fix" || kind === "golden") return found(memberOf(scenario, kind));
  if (kind === "role") return findInRole(firstIn(aws, (account) => memberOf(memberOf(account, "roles"), name)) ?? nodeRole(aws, name), rest);
  if (kind === "policy") return found(firstIn(aws, (account) => managedPolicyOf(account, [name, ...rest].join("/"))) ?? boundaryOf(aws, name));
  if (kind === "vpc-endpoint") return found(memberOf(vpcEndpointOf(clusterIn(scenario, cluster), name), rest.join("/")));
  if (kind === "user") return findInRole(memberOf(memberOf(aws, "users"), name), rest);
  if (kind === "bucket" || kind === "kms-key") return found(memberOf(memberOf(memberOf(aws, RESOURCES[kind]), name), rest.join("/")));
  if (kind === "resource") return found(memberOf(memberOf(aws, "resourcePolicies"), [name, ...rest].join("/")));
  if (kind === "organization") return found(memberOf(memberOf(memberOf(aws, kind), GUARDRAILS[name] ?? name), rest.join("/")));
  if (kind === "oidc-provider")
    return found(
      firstIn(aws, (account) => providerOf(account, [name, ...rest].join("/"))),
      true,
    );
  const named = { namespace: name, name: rest.join("/") };
  const kubernetes = objectsInCluster(scenario, cluster);
  return found(manifestOf(memberOf(kubernetes, kind), named) ?? (kind === "Pod" ? templateOf(kubernetes, named) : null));
}

function actionAt(scenario: LocatedNode, index: number): LocatedNode | null {
  const timeline = memberOf(scenario, "timeline");
  return timeline?.kind === "list" ? (timeline.items[index] ?? null) : null;
}

function found(node: LocatedNode | null, isSettings = false): Found | null {
  return node === null ? null : { node, isSettings };
}

/** Of what has one name in several accounts, that of the scenario's own account is meant. */
function firstIn(aws: LocatedNode | null, find: (account: LocatedNode | null) => LocatedNode | null): LocatedNode | null {
  const further = memberOf(aws, "accounts");
  const accounts = further?.kind === "object" ? [...further.members.values()].map(({ node }) => node) : [];
  return [aws, ...accounts].map(find).find((node) => node !== null) ?? null;
}

function nodeRole(aws: LocatedNode | null, name: string): LocatedNode | null {
  const role = memberOf(aws, "nodeRole");
  return textOf(memberOf(role, "name")) === name ? role : null;
}

function findInRole(role: LocatedNode | null, [part, ...rest]: readonly string[]): Found | null {
  if (part === undefined) return found(role, true);
  if (part === "permissions-boundary") return found(memberOf(role, "permissionsBoundary"));
  return found(part === "trust-policy" ? memberOf(role, "trustPolicy") : memberOf(memberOf(role, "policies"), rest.join("/")));
}

/** A boundary that stands at its role, whose managed policy is called after it. */
function boundaryOf(aws: LocatedNode | null, policy: string): LocatedNode | null {
  const role = /^(.+)-boundary$/.exec(policy)?.[1];
  return role === undefined ? null : firstIn(aws, (account) => memberOf(memberOf(memberOf(account, "roles"), role), "permissionsBoundary"));
}

/** What is said of a cluster: a further one has its own place. */
function clusterIn(scenario: LocatedNode, name = ""): LocatedNode | null {
  return memberOf(memberOf(scenario, "clusters"), name) ?? memberOf(scenario, "cluster");
}

function vpcEndpointOf(cluster: LocatedNode | null, service: string): LocatedNode | null {
  const endpoints = memberOf(memberOf(cluster, "network"), "vpcEndpoints");
  return endpoints?.kind === "list" ? (endpoints.items.find((endpoint) => textOf(memberOf(endpoint, "service")) === service) ?? null) : null;
}

/** By its name alone, or with its path. */
function managedPolicyOf(account: LocatedNode | null, name: string): LocatedNode | null {
  const policies = memberOf(account, "managedPolicies");
  if (policies?.kind !== "object") return null;
  return [...policies.members].find(([key]) => key === name || key.endsWith(`/${name}`))?.[1].node ?? null;
}

function providerOf(account: LocatedNode | null, url: string): LocatedNode | null {
  const providers = memberOf(account, "oidcProviders");
  if (providers?.kind !== "list") return null;
  return providers.items.find((item) => textOf(memberOf(item, "url")) === `https://${url}`) ?? null;
}

interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** The object of this name that was applied last; one with `generateName` goes by the beginning of its name, a replica by the name without its number. */
function manifestOf(ofKind: LocatedNode | null, { namespace, name }: ObjectName): LocatedNode | null {
  if (ofKind?.kind !== "object") return null;
  const objects = [...ofKind.members.values()].map(({ node }) => node);
  const isNamed = (object: LocatedNode, wanted: string): boolean => {
    const metadata = memberOf(object, "metadata");
    const own = textOf(memberOf(metadata, "name"));
    const prefix = textOf(memberOf(metadata, "generateName"));
    const fits = own === null ? prefix !== null && wanted.startsWith(prefix) : own === wanted;
    return fits && (textOf(memberOf(metadata, "namespace")) ?? "default") === namespace;
  };
  return objects.findLast((object) => isNamed(object, name)) ?? objects.findLast((object) => isNamed(object, name.replace(/-\d+$/, ""))) ?? null;
}

/** The pod template of the workload whose name stands in front of a pod's. */
function templateOf(kubernetes: LocatedNode | null, { namespace, name }: ObjectName): LocatedNode | null {
  const kinds = kubernetes?.kind === "object" ? [...kubernetes.members.values()].map(({ node }) => node) : [];
  for (let end = name.lastIndexOf("-"); end > 0; end = name.lastIndexOf("-", end - 1)) {
    const workload = kinds
      .map((kind) => manifestOf(kind, { namespace, name: name.slice(0, end) }))
      .find((object) => object !== null && podTemplateIn(object) !== null);
    if (workload !== undefined && workload !== null) return podTemplateIn(workload);
  }
  return null;
}

function textOf(node: LocatedNode | null): string | null {
  return node?.kind === "scalar" && typeof node.value === "string" ? node.value : null;
}
