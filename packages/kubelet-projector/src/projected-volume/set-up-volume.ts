import { type Clock, extend, type Files, type Random, type Span } from "@irsa-sim/core";
import { type ProjectedFile, type WriteResult, writeAtomically } from "../atomic-writer/atomic-writer.js";
import type { ObjectCache } from "../objects/object-cache.js";
import { containersOf, type Pod, runAsUserOf, type Volume, type VolumeProjection } from "../pod.js";
import type { TokenManager } from "../token-manager/token-manager.js";
import { decideOwnership, type VolumeOwnership } from "./decide-ownership.js";
import { projectDownwardApi } from "./sources/downward-api.js";
import { projectKeys } from "./sources/keys.js";
import { projectToken } from "./sources/service-account-token.js";
import type { SourceContext, SourceFile } from "./sources/volume-source.js";
import { aggregate, VolumeError } from "./volume-error.js";

/** What a volume is set up with. */
export interface VolumeSetUp {
  readonly files: Files;
  readonly tokens: TokenManager;
  readonly objects: ObjectCache;
  readonly clock: Clock;
  readonly random: Pick<Random, "integer">;
  /** Whether the pod is still looked after; one that went while its sources were read is left alone. */
  readonly isWanted: () => boolean;
  /** Kubernetes' minor version, 29 for 1.29. */
  readonly minorVersion: number;
}

const DEFAULT_MODE = 0o644;
const VOLUME_MODE = 0o1777;
/** From here on the token is for the user that the containers run as (kubernetes-tokens.md, section 6.4). */
const TOKEN_FOLLOWS_USER_SINCE = 19;

/** The volume's directory on the node's disk. */
export function volumeDirectory(pod: Pod, volumeName: string): string {
  return `/var/lib/kubelet/pods/${pod.metadata.uid}/volumes/kubernetes.io~projected/${volumeName}`;
}

/**
 * Brings a projected volume up to date: reads its sources, then writes what differs.
 *
 * @throws {VolumeError} before anything is touched
 * @see kubernetes-tokens.md, sections 6.1 and 6.5
 */
export async function setUpVolume(setUp: VolumeSetUp, pod: Pod, volume: Volume, span: Span): Promise<void> {
  const { files } = setUp;
  const ownership = decideOwnership({
    defaultMode: volume.projected?.defaultMode ?? DEFAULT_MODE,
    fsGroup: pod.spec.securityContext?.fsGroup ?? null,
    runAsUsers: [...containersOf(pod), ...(pod.spec.ephemeralContainers ?? [])].map((container) => runAsUserOf(pod, container)),
    tokenFollowsUser: setUp.minorVersion >= TOKEN_FOLLOWS_USER_SINCE,
  });
  const payload = await collectPayload({ pod, span, inFlow: !isApiAccess(volume), ...setUp }, volume, ownership);
  if (!setUp.isWanted()) return;
  const directory = volumeDirectory(pod, volume.name);
  if (files.stat(directory) === null) {
    const { mode, uid, gid } = ownership.directory(VOLUME_MODE);
    files.makeDirectory(directory, mode);
    files.changeOwner(directory, uid, gid);
  }
  const result = writeAtomically(extend(setUp, { directory, directoryOwnership: ownership.directory(0o755) }), payload);
  if (result.changed) recordChange({ pod, volume, payload, result }, span);
}

/** The volume that admission adds for the API server itself; it is no part of the flow to AWS (kubernetes-tokens.md, section 7). */
function isApiAccess({ name }: Volume): boolean {
  return /^kube-api-access-[a-z0-9]{5}$/.test(name);
}

/**
 * Reads every source, whatever became of the others; of two with the same path the last one counts.
 *
 * @throws {VolumeError} with what each source says that failed
 */
async function collectPayload(context: SourceContext, { projected }: Volume, ownership: VolumeOwnership): Promise<ReadonlyMap<string, ProjectedFile>> {
  const payload = new Map<string, ProjectedFile>();
  const failures: VolumeError[] = [];
  for (const source of projected?.sources ?? []) {
    try {
      for (const { path, content, mode, isToken } of await projectSource(source, context)) {
        payload.set(path, { content, ...(isToken ? ownership.token : ownership.file(mode)) });
      }
    } catch (error) {
      if (!(error instanceof VolumeError)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new VolumeError(aggregate(failures));
  return payload;
}

async function projectSource(
  { serviceAccountToken, configMap, secret, downwardAPI }: VolumeProjection,
  context: SourceContext,
): Promise<readonly SourceFile[]> {
  if (serviceAccountToken !== undefined) return projectToken(serviceAccountToken, context);
  if (configMap !== undefined) return projectKeys("ConfigMap", configMap, context);
  if (secret !== undefined) return projectKeys("Secret", secret, context);
  return downwardAPI === undefined ? [] : projectDownwardApi(downwardAPI, context);
}

interface Written {
  readonly pod: Pod;
  readonly volume: Volume;
  readonly payload: ReadonlyMap<string, ProjectedFile>;
  readonly result: WriteResult;
}

/** The token itself stands in the TokenRequest's answer; here only how the files look. Step 5 is about tokens. */
function recordChange({ pod, volume, payload, result }: Written, span: Span): void {
  const mounts = containersOf(pod).flatMap(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => name === volume.name));
  const mountPath = (mounts[0]?.mountPath ?? volumeDirectory(pod, volume.name)).replace(/\/+$/, "");
  const work = span.enter("Project the token", { step: isApiAccess(volume) ? null : 5, actor: "kubelet" });
  for (const [path, { mode, uid, gid, content }] of payload) {
    const after = { link: `..data -> ${result.dataDirectory}`, mode: mode.toString(8).padStart(4, "0"), owner: `${uid}:${gid}`, bytes: content.byteLength };
    work.change({ what: `${mountPath}/${path}`, before: null, after });
  }
}
