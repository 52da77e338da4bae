import type { VolumeMount } from "../kubernetes-types/pod.js";
import type { TokenPlace } from "../settings.js";

/**
 * The mounts with the token's; only the name is compared, so a mount of that name at another path counts as the token's.
 *
 * @see webhook.md, section 6.3
 */
export function withTokenMount(mounts: readonly VolumeMount[], { volumeName, mountPath }: TokenPlace): readonly VolumeMount[] {
  const isMounted = mounts.some(({ name }) => name === volumeName);
  return isMounted ? mounts : [...mounts, { name: volumeName, readOnly: true, mountPath }];
}
