import type { InputFile } from "@irsa-sim/check";
import type { ApiClient } from "../api-client.js";
import { readIssuer } from "../read-issuer.js";
import { configMapsOf } from "./config-maps-of.js";
import { findPodWebhooks, type PodWebhook, type WebhookConfiguration } from "./find-pod-webhooks.js";
import { clusterInput, inputOf } from "./input-of.js";
import type { KubernetesObject, OwnerReference } from "./kubernetes-object.js";
import { createObjectReader, type ObjectReader, pathOfOwner } from "./read-objects.js";

/** What of a cluster is about the roles of its pods, read and not changed. */
export interface GatheredCluster {
  readonly input: readonly InputFile[];
  /** By which name check knows the cluster. */
  readonly clusterName: string;
  readonly issuer: string;
  /** The pod identity webhooks; `null` when webhooks may not be read. */
  readonly webhooks: readonly PodWebhook[] | null;
  /** Who makes the pod, from its controller up: `ReplicaSet web-1`, `Deployment web`; none for a namespace. */
  readonly owners: readonly string[];
  /** What could not be read, one sentence each. */
  readonly unread: readonly string[];
}

const WEBHOOKS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";

/**
 * Reads what is about one pod: itself, its service account, who makes it, and the ConfigMaps that its variables come from.
 *
 * @throws {ApiError} when there is no such pod, or it may not be read
 */
export async function gatherPod(client: ApiClient, { namespace, name }: { readonly namespace: string; readonly name: string }): Promise<GatheredCluster> {
  const reader = createObjectReader(client);
  const within = `/api/v1/namespaces/${encodeURIComponent(namespace)}`;
  const pod = await reader.get(`${within}/pods/${encodeURIComponent(name)}`, `pod ${namespace}/${name}`);
  const spec = pod.spec ?? {};
  const account = spec.serviceAccountName ?? "default";
  const others = [
    await reader.find(`${within}/serviceaccounts/${account}`, `service account ${namespace}/${account}`),
    ...(await Promise.all(configMapsOf(spec).map((one) => reader.find(`${within}/configmaps/${one}`, `ConfigMap ${namespace}/${one}`)))),
  ];
  return {
    ...(await aroundPods(client, { reader, namespace }, [pod, ...others.flatMap((one) => one ?? [])])),
    owners: await ownersOf(pod, reader),
    unread: reader.unread,
  };
}

/** What makes pods, by its path within a namespace; ReplicaSets are left out, since each Deployment keeps its old ones. */
const WORKLOADS = ["apps/v1/{}/deployments", "apps/v1/{}/statefulsets", "apps/v1/{}/daemonsets", "batch/v1/{}/jobs", "batch/v1/{}/cronjobs"];

/**
 * Reads what is about the pods of a namespace: themselves, what makes them, service accounts and ConfigMaps.
 *
 * @throws {ApiError} when the pods may not be read
 */
export async function gatherNamespace(client: ApiClient, namespace: string): Promise<GatheredCluster> {
  const reader = createObjectReader(client);
  const place = `namespaces/${encodeURIComponent(namespace)}`;
  await reader.get(`/api/v1/${place}/pods?limit=1`, `the pods of ${namespace}`);
  const core = ["pods", "serviceaccounts", "configmaps"].map((plural) => [`/api/v1/${place}/${plural}`, plural] as const);
  const workloads = WORKLOADS.map((path) => [`/apis/${path.replace("{}", place)}`, path.split("/").at(-1) ?? ""] as const);
  const objects = await Promise.all([...core, ...workloads].map(([path, plural]) => reader.list(path, `the ${plural} of ${namespace}`)));
  return { ...(await aroundPods(client, { reader, namespace }, objects.flat())), owners: [], unread: reader.unread };
}

async function aroundPods(
  client: ApiClient,
  { reader, namespace }: { readonly reader: ObjectReader; readonly namespace: string },
  objects: readonly KubernetesObject[],
) {
  const { issuer } = await readIssuer(client);
  const configurations = await reader.list(WEBHOOKS, "MutatingWebhookConfigurations");
  const mayRead = !reader.unread.some((sentence) => sentence.startsWith("MutatingWebhookConfigurations"));
  const space = await reader.find(`/api/v1/namespaces/${encodeURIComponent(namespace)}`, `namespace ${namespace}`);
  const clusterName = client.connection.source;
  const all = [...objects, ...(space === null ? [] : [space]), ...configurations.filter((one) => findPodWebhooks([one as WebhookConfiguration]).length > 0)];
  return {
    input: [clusterInput({ name: clusterName, issuer, server: client.connection.server }), ...all.map(inputOf)],
    ...{ clusterName, issuer },
    webhooks: mayRead ? findPodWebhooks(configurations as readonly WebhookConfiguration[]) : null,
  };
}

const MAX_OWNERS = 5;

async function ownersOf(pod: KubernetesObject, reader: ObjectReader): Promise<readonly string[]> {
  const owners: string[] = [];
  let owned: KubernetesObject | null = pod;
  while (owned !== null && owners.length < MAX_OWNERS) {
    const owner: OwnerReference | undefined = owned.metadata?.ownerReferences?.find(({ controller }) => controller === true);
    if (owner === undefined) break;
    owners.push(`${owner.kind} ${owner.name}`);
    const path = pathOfOwner(owner, pod.metadata?.namespace ?? "");
    owned = path === null ? null : await reader.find(path, `${owner.kind} ${owner.name}`);
  }
  return owners;
}
