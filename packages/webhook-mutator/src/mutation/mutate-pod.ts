/** What is changed in a pod, as a plan: the patch writes it down, and nothing else does (webhook.md, section 6). */
import type { IdentityDecision } from "../identity/decide-identity.js";
import { TOKEN_FILE_NAME, TOKEN_VOLUME_NAME, type WebhookSettings } from "../settings.js";
import { parseSkipContainers } from "../values/parse-skip-containers.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";
import { mutateContainer } from "./mutate-container.js";
import type { Container, Pod } from "./pod.js";
import { tokenFilePath } from "./token-file-path.js";

/** The projected volume that holds the token. */
export interface TokenVolume {
  readonly name: string;
  /** Empty for the API server's own audience. */
  readonly audience: string;
  readonly expirationSeconds: bigint;
  readonly path: string;
}

/** The changes. */
export interface PodMutation {
  /** `null` when the pod has a volume of that name already. */
  readonly volume: TokenVolume | null;
  /** Whether the pod's list of volumes exists, if only as an empty one. */
  readonly hasVolumes: boolean;
  /** The complete list, changed or not. */
  readonly containers: readonly Container[];
  /** The complete list; empty for none. */
  readonly initContainers: readonly Container[];
}

/** Plans the mutation of a pod that gets an identity. */
export function mutatePod(pod: Pod, identity: Extract<IdentityDecision, { outcome: "mutate" }>, settings: WebhookSettings): PodMutation {
  const annotation = (name: string): string => pod.metadata?.annotations?.[`${settings.annotationPrefix}/${name}`] ?? "";
  const skipped = parseSkipContainers(annotation("skip-containers"));
  const additions = {
    roleArn: identity.roleArn,
    tokenFile: tokenFilePath(settings.tokenMountPath, TOKEN_FILE_NAME, pod),
    mountPath: settings.tokenMountPath,
    region: settings.awsDefaultRegion,
    stsRegionalEndpoint: identity.stsRegionalEndpoint,
  };
  const mutate = (containers: readonly Container[]): readonly Container[] =>
    containers.map((container) => (skipped.includes(container.name) ? container : mutateContainer(container, additions)));
  const volumes = pod.spec?.volumes ?? null;
  const hasTokenVolume = (volumes ?? []).some(({ name }) => name === TOKEN_VOLUME_NAME);
  const expirationSeconds = parseTokenExpiration(annotation("token-expiration")) ?? identity.tokenExpirationSeconds;
  return {
    volume: hasTokenVolume ? null : { name: TOKEN_VOLUME_NAME, audience: identity.audience, expirationSeconds, path: TOKEN_FILE_NAME },
    hasVolumes: volumes !== null,
    containers: mutate(pod.spec?.containers ?? []),
    initContainers: mutate(pod.spec?.initContainers ?? []),
  };
}
