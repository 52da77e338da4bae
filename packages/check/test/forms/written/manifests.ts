/** Kubernetes' part of a world. */
import type { InputFile } from "../../../src/index.js";
import { yaml } from "../form.js";
import type { Identity, World, WrittenContainer, WrittenWorkload } from "../world.js";

/** Workloads and service accounts as somebody writes them. */
export function manifests(world: World): InputFile {
  return yaml("app.yaml", [...workloads(world), ...world.identities.map(serviceAccountOf)]);
}

/** Workloads alone, each once. */
export function workloads({ identities }: World): readonly unknown[] {
  return identities.map(({ namespace, workload }) => objectOf(workload, namespace));
}

/** A service account. */
function serviceAccountOf({ namespace, serviceAccount: { name, annotations } }: Identity) {
  const annotated = Object.keys(annotations).length === 0 ? {} : { annotations };
  return { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace, ...annotated } };
}

const VERSIONS = { Deployment: "apps/v1", StatefulSet: "apps/v1", DaemonSet: "apps/v1", Job: "batch/v1", CronJob: "batch/v1", Pod: "v1" } as const;

function objectOf(workload: WrittenWorkload, namespace: string) {
  const { kind, name, podAnnotations } = workload;
  const annotated = Object.keys(podAnnotations).length === 0 ? {} : { annotations: podAnnotations };
  const head = { apiVersion: VERSIONS[kind], kind };
  const spec = podSpecOf(workload);
  if (kind === "Pod") return { ...head, metadata: { name, namespace, labels: { app: name }, ...annotated }, spec };
  const template = { metadata: { labels: { app: name }, ...annotated }, spec };
  const metadata = { name, namespace };
  if (kind === "Job") return { ...head, metadata, spec: { template } };
  if (kind === "CronJob") return { ...head, metadata, spec: { schedule: "0 4 * * *", jobTemplate: { spec: { template } } } };
  return { ...head, metadata, spec: { selector: { matchLabels: { app: name } }, template } };
}

function podSpecOf({ kind, serviceAccount, spec, containers, initContainers }: WrittenWorkload) {
  return {
    ...(serviceAccount === null ? {} : { serviceAccountName: serviceAccount }),
    ...(kind === "Job" || kind === "CronJob" ? { restartPolicy: "Never" } : {}),
    ...spec,
    ...(initContainers.length === 0 ? {} : { initContainers: initContainers.map(containerOf) }),
    containers: containers.map(containerOf),
  };
}

function containerOf({ name, env }: WrittenContainer) {
  return { name, image: `example.com/${name}:1`, ...(env.length === 0 ? {} : { env }) };
}
