import type { Pod, VolumeProjection } from "../../pod.js";
import type { TokenWanted } from "../../token-manager/request-token.js";
import type { SourceContext, SourceFile } from "./volume-source.js";

const DEFAULT_EXPIRATION_SECONDS = 3600;

type TokenSource = NonNullable<VolumeProjection["serviceAccountToken"]>;

/**
 * The file with the token.
 *
 * @throws {VolumeError} when there is no token and none can be had
 * @see kubernetes-tokens.md, section 6.1
 */
export async function projectToken(source: TokenSource, { pod, tokens, span, inFlow }: SourceContext): Promise<readonly SourceFile[]> {
  const { token } = await tokens.get(wantedToken(source, pod), span, inFlow);
  return [{ path: source.path, content: new TextEncoder().encode(token), mode: null, isToken: true }];
}

/** The token that a source shows. */
export function wantedToken({ audience = "", expirationSeconds = DEFAULT_EXPIRATION_SECONDS }: TokenSource, { metadata, spec }: Pod): TokenWanted {
  const { name, namespace, uid } = metadata;
  return { namespace, serviceAccountName: spec.serviceAccountName, audience, expirationSeconds, pod: { name, uid } };
}
