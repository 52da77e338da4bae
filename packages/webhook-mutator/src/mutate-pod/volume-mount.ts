import type { VolumeMount } from "../kubernetes-types/pod.js";
import { TOKEN_VOLUME_NAME } from "../settings.js";

/**
 * The mounts with the token's; only the name is compared, so a mount of that name at another path counts as the token's.
 *
 * @see webhook.md, section 6.3
 */
export function withTokenMount(mounts: readonly VolumeMount[], mountPath: string): readonly VolumeMount[] {
  const isMounted = mounts.some(({ name }) => name === TOKEN_VOLUME_NAME);
  return isMounted ? mounts : [...mounts, { name: TOKEN_VOLUME_NAME, readOnly: true, mountPath }];
}
