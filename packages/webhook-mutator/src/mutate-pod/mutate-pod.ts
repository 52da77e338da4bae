/**
 * The mutation of a pod that gets an identity, as a pure rule from pod to pod.
 * Leaves out: container-credentials mode.
 * @see webhook.md, section 6
 */
import type { WebIdentity } from "../identity/decide-identity.js";
import type { Container, Pod } from "../kubernetes-types/pod.js";
import type { WebhookSettings } from "../settings.js";
import { parseSkipContainers } from "../values/parse-skip-containers.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";
import { mutateContainer } from "./mutate-container.js";
import { tokenFilePath } from "./token-file-path.js";
import { withTokenVolume } from "./volume.js";

/** The pod with the volume in front and each container, unless it is skipped, with variables and a mount. */
export function mutatePod(pod: Pod, identity: WebIdentity, settings: WebhookSettings): Pod {
  const spec = pod.spec ?? {};
  const annotation = (name: string): string => pod.metadata?.annotations?.[`${settings.annotationPrefix}/${name}`] ?? "";
  const skipped = parseSkipContainers(annotation("skip-containers"));
  const addition = {
    roleArn: identity.roleArn,
    tokenFile: tokenFilePath(settings.tokenMountPath, spec.nodeSelector ?? {}),
    mountPath: settings.tokenMountPath,
    region: settings.awsDefaultRegion,
    stsRegionalEndpoint: identity.stsRegionalEndpoint,
  };
  const mutate = (container: Container): Container => (skipped.includes(container.name ?? "") ? container : mutateContainer(container, addition));
  const expirationSeconds = parseTokenExpiration(annotation("token-expiration")) ?? identity.tokenExpirationSeconds;
  return {
    ...pod,
    spec: {
      ...spec,
      volumes: withTokenVolume(spec.volumes ?? [], { audience: identity.audience, expirationSeconds }),
      containers: (spec.containers ?? []).map(mutate),
      ...(spec.initContainers === undefined ? {} : { initContainers: spec.initContainers.map(mutate) }),
    },
  };
}
