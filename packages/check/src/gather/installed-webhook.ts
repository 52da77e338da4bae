import { itemsOf, type LocatedNode, memberOf, type ObjectNode, scalarAt, textOf } from "@irsa-sim/documents";
import { CONFIG_MAP_NAME, parseFlags, rolesInConfig } from "@irsa-sim/simulation";
import type { NamedObject, Workload } from "./named-object.js";

/** The last part of the image's name, whoever serves it. */
const IMAGE = /(^|\/)[^/]*pod-identity-webhook[^/]*$/;

/** The pod identity webhook, as far as documents show how it was installed; EKS's own shows itself in none. */
export interface InstalledWebhook {
  /** The words of its command line; `null` when nobody gave it. */
  readonly flags: readonly LocatedNode[] | null;
  /** What ends it at once, in its words; `null` for a command line that it takes. */
  readonly problem: string | null;
  /** Before `/role-arn` in annotations. */
  readonly annotationPrefix: string;
  /** Of the ConfigMap that it would read. */
  readonly namespace: string | null;
  readonly watchesConfigMap: boolean;
  /** The ConfigMap that it reads, or is taken to read; `null` for none. */
  readonly configMap: NamedObject | null;
  /** What the ConfigMap's key `config` holds; `null` without one. */
  readonly config: LocatedNode | null;
  /** Roles by that, each under `namespace/name`; an entry without one has an empty text. */
  readonly roles: ReadonlyMap<string, LocatedNode>;
  /** What says that no pod of it is there to answer, and in which words; `null` where nothing does. */
  readonly down: { readonly at: LocatedNode; readonly because: string } | null;
  /** ConfigMaps of that name which it does not read. */
  readonly unread: readonly NamedObject[];
}

/** What there is to find it in. */
export interface Installation {
  readonly workloads: readonly Workload[];
  readonly configMaps: readonly NamedObject[];
  readonly registrations: readonly NamedObject[];
}

/** Finds how the webhook was installed; a ConfigMap that is given without its command line is taken to be read, since nobody else has a use for it. */
export function findInstalledWebhook({ workloads, configMaps, registrations }: Installation): InstalledWebhook {
  const own = workloads.find(({ podSpec }) => flagsOf(podSpec).length > 0);
  const flags = own === undefined ? null : (flagsOf(own.podSpec)[0] ?? null);
  const parsed = parseFlags((flags ?? []).flatMap((word) => textOf(word) ?? []));
  const settings = "problem" in parsed ? null : parsed.settings;
  const candidates = configMaps.filter(({ name }) => name === CONFIG_MAP_NAME);
  const isRead = ({ namespace }: NamedObject): boolean => settings?.watchConfigMap === true && namespace === settings.namespace;
  const configMap = (flags === null || settings === null ? likeliest(candidates, registrations) : candidates.findLast(isRead)) ?? null;
  const config = memberOf(memberOf(configMap?.document.node ?? null, "data"), "config");
  return {
    flags,
    problem: "problem" in parsed ? parsed.problem : null,
    namespace: flags === null ? null : (settings?.namespace ?? null),
    watchesConfigMap: settings?.watchConfigMap ?? false,
    annotationPrefix: settings?.annotationPrefix ?? "eks.amazonaws.com",
    configMap,
    config,
    roles: new Map(
      config === null ? [] : [...rolesInConfig(textOf(config) ?? "")].map(([account, arn]): [string, LocatedNode] => [account, scalarAt(config.place, arn)]),
    ),
    down: own === undefined ? null : findDown(own),
    unread: candidates.filter((one) => one !== configMap),
  };
}

/** Of several the one in the namespace of the service that is registered, else the last. */
function likeliest(candidates: readonly NamedObject[], registrations: readonly NamedObject[]): NamedObject | undefined {
  const namespaces = registrations
    .flatMap(({ document }) => itemsOf(memberOf(document.node, "webhooks")))
    .flatMap((webhook) => textOf(memberOf(memberOf(memberOf(webhook, "clientConfig"), "service"), "namespace")) ?? []);
  return candidates.findLast(({ namespace }) => namespaces.includes(namespace)) ?? candidates.at(-1);
}

function findDown({ kind, namespace, name, document: { asFound } }: Workload): InstalledWebhook["down"] {
  const replicas = memberOf(memberOf(asFound, "spec"), "replicas");
  const status = memberOf(asFound, "status");
  const [wanted, ready] = [numberOf(memberOf(status, "replicas")), numberOf(memberOf(status, "readyReplicas")) ?? 0];
  const it = `the webhook's ${kind} ${namespace}/${name}`;
  if (replicas !== null && numberOf(replicas) === 0) return { at: replicas, because: `${it} has no replicas` };
  return status !== null && wanted !== null && wanted > 0 && ready === 0
    ? { at: status, because: `${it} has ${wanted} replicas, none of which is ready` }
    : null;
}

function numberOf(node: LocatedNode | null): number | null {
  return node?.kind === "scalar" && typeof node.value === "number" ? node.value : null;
}

function flagsOf(podSpec: ObjectNode): readonly (readonly LocatedNode[])[] {
  return itemsOf(memberOf(podSpec, "containers")).flatMap((container) =>
    IMAGE.test(textOf(memberOf(container, "image")) ?? "")
      ? [[...itemsOf(memberOf(container, "command")).slice(1), ...itemsOf(memberOf(container, "args"))].filter((word) => textOf(word) !== null)]
      : [],
  );
}
