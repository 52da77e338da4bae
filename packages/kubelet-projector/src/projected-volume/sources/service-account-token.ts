import type { VolumeProjection } from "../../pod.js";
import type { IssuedToken } from "../../token-manager/request-token.js";
import type { SourceContext, SourceFile } from "./volume-source.js";

const DEFAULT_EXPIRATION_SECONDS = 3600;

/**
 * The file with the token.
 *
 * @throws {VolumeError} when there is no token and none can be had
 * @see kubernetes-tokens.md, section 6.1
 */
export async function projectToken(
  source: NonNullable<VolumeProjection["serviceAccountToken"]>,
  { pod, tokens, span, inFlow }: SourceContext,
): Promise<readonly SourceFile[]> {
  const { name, namespace, uid } = pod.metadata;
  const wanted = {
    namespace,
    serviceAccountName: pod.spec.serviceAccountName,
    audience: source.audience ?? "",
    expirationSeconds: source.expirationSeconds ?? DEFAULT_EXPIRATION_SECONDS,
    pod: { name, uid },
  };
  const issued = await tokens.get(wanted, span, inFlow);
  return [{ path: source.path, content: contentOf(issued), mode: null, isToken: true }];
}

/** One token is one content, so that a look at it tells whether it is another. */
const contents = new WeakMap<IssuedToken, Uint8Array>();

function contentOf(issued: IssuedToken): Uint8Array {
  const known = contents.get(issued);
  if (known !== undefined) return known;
  const content = new TextEncoder().encode(issued.token);
  contents.set(issued, content);
  return content;
}
