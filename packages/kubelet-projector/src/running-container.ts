import { type Clock, createFilesView, createInMemoryFiles, type Files } from "@irsa-sim/core";
import { type Container, type Pod, runAsUserOf } from "./pod.js";
import { volumeDirectory } from "./projected-volume/set-up-volume.js";

/** What a process in a container sees. */
export interface RunningContainer {
  readonly name: string;
  readonly podUid: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly files: Files;
}

/** Starts a container: its environment is fixed now, its volumes are mounted. */
export function startContainer(pod: Pod, container: Container, { disk, clock }: { readonly disk: Files; readonly clock: Clock }): RunningContainer {
  const projected = new Set((pod.spec.volumes ?? []).filter((volume) => volume.projected !== undefined).map(({ name }) => name));
  const mounts = (container.volumeMounts ?? [])
    .filter(({ name }) => projected.has(name))
    .map(({ name, mountPath, readOnly = false }) => ({ mountPath, hostPath: volumeDirectory(pod, name), readOnly }));
  const uid = runAsUserOf(pod, container) ?? 0;
  const { fsGroup } = pod.spec.securityContext ?? {};
  const files = createFilesView(disk, { root: createInMemoryFiles(clock), mounts, user: { uid, gids: fsGroup === undefined ? [] : [fsGroup] } });
  return { name: container.name, podUid: pod.metadata.uid, environment: resolveEnvironment(pod, container), files };
}

/**
 * The container's variables: `$(NAME)` stands for a variable defined earlier in the list, `$$` for a dollar sign; what is unknown stays as written.
 *
 * @see webhook.md, section 6.2
 */
function resolveEnvironment(pod: Pod, { env = [] }: Container): Readonly<Record<string, string>> {
  const environment: Record<string, string> = {};
  for (const { name, value, valueFrom } of env) {
    environment[name] = valueFrom?.fieldRef === undefined ? expand(value ?? "", environment) : fieldOf(pod, valueFrom.fieldRef.fieldPath);
  }
  return environment;
}

function expand(value: string, environment: Readonly<Record<string, string>>): string {
  return value.replaceAll(/\$\$|\$\(([^)]+)\)/g, (reference, name: string | undefined) => (name === undefined ? "$" : (environment[name] ?? reference)));
}

function fieldOf({ metadata, spec }: Pod, path: string): string {
  const fields: Readonly<Record<string, string | undefined>> = {
    "metadata.name": metadata.name,
    "metadata.namespace": metadata.namespace,
    "metadata.uid": metadata.uid,
    "spec.nodeName": spec.nodeName,
    "spec.serviceAccountName": spec.serviceAccountName,
  };
  return fields[path] ?? "";
}
