import type { Clock, Files, Random, Span } from "@irsa-sim/core";
import { type ProjectedFile, type WriteResult, writeAtomically } from "../atomic-writer/atomic-writer.js";
import { containersOf, type Pod, runAsUserOf, type Volume } from "../pod.js";
import type { IssuedToken } from "../token-manager/request-token.js";
import type { TokenManager } from "../token-manager/token-manager.js";
import { decideFileOwnership } from "./decide-file-ownership.js";

/** What a volume is set up with. */
export interface VolumeSetUp {
  readonly files: Files;
  readonly tokens: TokenManager;
  readonly clock: Clock;
  readonly random: Random;
}

const DEFAULT_EXPIRATION_SECONDS = 3600;
const DEFAULT_MODE = 0o644;

/** The volume's directory on the node's disk. */
export function volumeDirectory(pod: Pod, volumeName: string): string {
  return `/var/lib/kubelet/pods/${pod.metadata.uid}/volumes/kubernetes.io~projected/${volumeName}`;
}

/**
 * Brings a projected volume up to date: gets its tokens, then writes what differs.
 *
 * @throws {TokenRequestError} before anything is touched
 * @see kubernetes-tokens.md, sections 6.1 and 6.5
 */
export async function setUpVolume(setUp: VolumeSetUp, pod: Pod, volume: Volume, span: Span): Promise<void> {
  const payload = await collectPayload(setUp, pod, volume, span);
  const directory = volumeDirectory(pod, volume.name);
  if (setUp.files.stat(directory) === null) setUp.files.makeDirectory(directory, 0o1777);
  const result = writeAtomically({ ...setUp, directory }, payload);
  if (result.changed) recordChange({ pod, volume, payload, result }, span);
}

async function collectPayload({ tokens }: VolumeSetUp, pod: Pod, volume: Volume, span: Span): Promise<ReadonlyMap<string, ProjectedFile>> {
  const ownership = decideFileOwnership({
    defaultMode: volume.projected?.defaultMode ?? DEFAULT_MODE,
    fsGroup: pod.spec.securityContext?.fsGroup ?? null,
    runAsUsers: containersOf(pod).map((container) => runAsUserOf(pod, container)),
  });
  const payload = new Map<string, ProjectedFile>();
  for (const { serviceAccountToken } of volume.projected?.sources ?? []) {
    if (serviceAccountToken === undefined) continue;
    const { name, namespace, uid } = pod.metadata;
    const { token }: IssuedToken = await tokens.get(
      {
        namespace,
        serviceAccountName: pod.spec.serviceAccountName,
        audience: serviceAccountToken.audience ?? "",
        expirationSeconds: serviceAccountToken.expirationSeconds ?? DEFAULT_EXPIRATION_SECONDS,
        pod: { name, uid },
      },
      span,
    );
    payload.set(serviceAccountToken.path, { content: new TextEncoder().encode(token), ...ownership });
  }
  return payload;
}

interface Written {
  readonly pod: Pod;
  readonly volume: Volume;
  readonly payload: ReadonlyMap<string, ProjectedFile>;
  readonly result: WriteResult;
}

/** The token itself stands in the TokenRequest's answer; here only how the file looks. */
function recordChange({ pod, volume, payload, result }: Written, span: Span): void {
  const work = span.enter("Project the token", { step: 5, actor: "kubelet" });
  const mounts = containersOf(pod).flatMap(({ volumeMounts = [] }) => volumeMounts.filter(({ name }) => name === volume.name));
  const mountPath = mounts[0]?.mountPath ?? volumeDirectory(pod, volume.name);
  for (const [path, { mode, uid, gid, content }] of payload) {
    const after = { link: `..data -> ${result.dataDirectory}`, mode: mode.toString(8).padStart(4, "0"), owner: `${uid}:${gid}`, bytes: content.byteLength };
    work.change({ what: `${mountPath}/${path}`, before: null, after });
  }
}
