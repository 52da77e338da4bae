import type { Volume } from "../kubernetes-types/pod.js";

/** The token that a volume projects. */
export interface ProjectedToken {
  readonly volumeName: string;
  /** Empty for the API server's own. */
  readonly audience: string;
  readonly expirationSeconds: bigint;
  readonly fileName: string;
}

/**
 * The volumes with the token's in front; a volume of that name, whatever its source, is kept as it is.
 *
 * @see webhook.md, section 6.4
 */
export function withTokenVolume(volumes: readonly Volume[], token: ProjectedToken): readonly Volume[] {
  const { volumeName, audience, expirationSeconds, fileName } = token;
  if (volumes.some(({ name }) => name === volumeName)) return volumes;
  return [{ name: volumeName, projected: { sources: [{ serviceAccountToken: { audience, expirationSeconds, path: fileName } }] } }, ...volumes];
}
