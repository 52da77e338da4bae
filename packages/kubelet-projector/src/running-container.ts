import { type Clock, createFilesView, createInMemoryFiles, type EpochMillis, type Files, type FileUser } from "@irsa-sim/core";
import { resolveEnvironment, type VariableSources } from "./environment.js";
import { type Container, type Pod, runAsUserOf } from "./pod.js";
import { volumeDirectory } from "./projected-volume/set-up-volume.js";

/** What a process in a container sees. */
export interface RunningContainer {
  /** Another one after each restart. */
  readonly id: string;
  readonly name: string;
  readonly podUid: string;
  /** On the node's clock. */
  readonly startedAt: EpochMillis;
  readonly environment: Readonly<Record<string, string>>;
  readonly files: Files;
  /** The same files as another user of the container sees them, such as the one that its entry point drops to. */
  filesOf(user: FileUser): Files;
}

/** What a container is started with. */
export interface StartOptions {
  readonly disk: Files;
  readonly clock: Clock;
  /** How often it was started before. */
  readonly restarts: number;
  /** What its variables come from, beside its manifest; nothing when left out. */
  readonly variableSources?: VariableSources;
  /** When it was started, where that was before. */
  readonly startedAt?: EpochMillis;
}

/** Starts a container: its environment is fixed now, its volumes are mounted. */
export function startContainer(
  pod: Pod,
  container: Container,
  { disk, clock, restarts, startedAt = clock.now(), variableSources = new Map() }: StartOptions,
): RunningContainer {
  const projected = new Set((pod.spec.volumes ?? []).filter((volume) => volume.projected !== undefined).map(({ name }) => name));
  const root = createInMemoryFiles(clock);
  const ofProjected = (container.volumeMounts ?? [])
    .filter(({ name }) => projected.has(name))
    .map((mount) => ({ ...mount, mountPath: fromRoot(mount.mountPath) }));
  for (const { name, mountPath, subPath } of ofProjected) {
    if (subPath) copyTree(disk, `${volumeDirectory(pod, name)}/${subPath}`, { files: root, path: mountPath });
  }
  const mounts = ofProjected
    .filter(({ subPath }) => !subPath)
    .map(({ name, mountPath, readOnly = false }) => ({ mountPath, hostPath: volumeDirectory(pod, name), readOnly }));
  const uid = runAsUserOf(pod, container) ?? 0;
  const { fsGroup } = pod.spec.securityContext ?? {};
  const filesOf = (user: FileUser): Files => createFilesView(disk, { root, mounts, user });
  const files = filesOf({ uid, gids: fsGroup === undefined ? [] : [fsGroup] });
  const id = `${pod.metadata.uid}/${container.name}${restarts === 0 ? "" : `/${restarts}`}`;
  const environment = resolveEnvironment(pod, container, variableSources);
  return { id, name: container.name, podUid: pod.metadata.uid, startedAt, environment, files, filesOf };
}

/** The kubelet lets a path that does not begin at the root begin there. */
function fromRoot(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}

/**
 * What a `subPath` mount shows: the file or directory as it is at this moment. The kubelet mounts what the links lead to now, and the next version is
 * written elsewhere; a copy behaves the same.
 *
 * @see kubernetes-tokens.md, section 6.3
 */
function copyTree(from: Files, source: string, to: { readonly files: Files; readonly path: string }): void {
  const status = from.stat(source);
  // A sub-path that is not there becomes an empty directory.
  if (status === null || status.kind === "directory") {
    to.files.makeDirectory(to.path, status?.mode ?? 0o755);
    for (const name of status === null ? [] : from.list(source)) copyTree(from, `${source}/${name}`, { ...to, path: `${to.path}/${name}` });
    return;
  }
  to.files.makeDirectory(to.path.slice(0, to.path.lastIndexOf("/")) || "/", 0o755);
  to.files.write(to.path, from.read(source), status.mode);
  to.files.changeOwner(to.path, status.uid, status.gid);
}
