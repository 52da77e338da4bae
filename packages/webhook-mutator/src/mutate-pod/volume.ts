import type { Volume } from "../kubernetes-types/pod.js";
import { TOKEN_FILE_NAME, TOKEN_VOLUME_NAME } from "../settings.js";

/**
 * The volumes with the token's in front; a volume of that name, whatever its source, is kept as it is.
 *
 * @param token audience, empty for the API server's own, and lifetime in seconds
 * @see webhook.md, section 6.4
 */
export function withTokenVolume(volumes: readonly Volume[], token: { readonly audience: string; readonly expirationSeconds: bigint }): readonly Volume[] {
  if (volumes.some(({ name }) => name === TOKEN_VOLUME_NAME)) return volumes;
  return [{ name: TOKEN_VOLUME_NAME, projected: { sources: [{ serviceAccountToken: { ...token, path: TOKEN_FILE_NAME } }] } }, ...volumes];
}
