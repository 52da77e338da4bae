import type { HttpResponse, Span } from "@irsa-sim/core";
import { ANONYMOUS } from "../access/authenticate.js";
import type { AuthenticateToken } from "../access/authenticate-token.js";
import { readBearerToken } from "../access/read-bearer-token.js";
import type { TokenOutcome } from "../access/token-outcome.js";
import { type ObjectRequest, readObject } from "../decoding/read-object.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { Resource } from "../storage/resources.js";

/** Where reviews are asked for. */
export const TOKEN_REVIEWS_PATH = "/apis/authentication.k8s.io/v1/tokenreviews";

/** A review is answered and not kept. */
export const TOKEN_REVIEW: Resource = {
  kind: "TokenReview",
  group: "authentication.k8s.io",
  version: "v1",
  plural: "tokenreviews",
  isNamespaced: false,
  returnsDeleted: false,
};

/** Who reviews, and for whom where nobody is named. */
export interface ReviewerOptions {
  readonly authenticateToken: AuthenticateToken;
  /** The API server's own. */
  readonly apiAudiences: readonly string[];
}

/**
 * POST of a TokenReview: who a token stands for. A bad token is an answer like another, with the reason in `status.error`.
 *
 * @throws {KubernetesStatus} 400 without a token, 405 for another method
 * @see kubernetes-tokens.md, section 4
 */
export async function reviewToken({ authenticateToken, apiAudiences }: ReviewerOptions, sent: ObjectRequest, span: Span): Promise<HttpResponse> {
  if (sent.request.method !== "POST") throw REFUSALS.methodNotAllowed();
  const review = readObject(sent, TOKEN_REVIEW);
  const { token = "", audiences = [] } = (review.spec ?? {}) as { readonly token?: string; readonly audiences?: readonly string[] };
  if (token === "") throw REFUSALS.badRequest("token is required for TokenReview in authentication");
  // The reviewer puts the token into a header, and reads it as any other: what stands behind a blank is lost.
  const { token: shown } = readBearerToken(`Bearer ${token}`);
  const outcome = shown === null ? anonymously(audiences, apiAudiences) : await authenticateToken(shown, audiences, span);
  const {
    metadata: { namespace: _, ...metadata },
    kind,
    apiVersion,
  } = review;
  const spec = { token, ...(audiences.length === 0 ? {} : { audiences }) };
  return json(201, { kind, apiVersion, metadata, spec, status: statusOf(outcome) });
}

/** A token behind a blank is no token to the reader of headers, and who shows none is anonymous. */
function anonymously(audiences: readonly string[], apiAudiences: readonly string[]): TokenOutcome {
  return { user: ANONYMOUS, audiences: audiences.length === 0 ? apiAudiences : audiences };
}

function statusOf(outcome: TokenOutcome): object {
  if ("problem" in outcome) return { user: {}, error: outcome.problem };
  const { user, audiences } = outcome;
  const { name, uid, groups, extra } = user;
  const described = { username: name, ...(uid === "" ? {} : { uid }), groups, ...(extra === undefined ? {} : { extra }) };
  return { authenticated: true, user: described, ...(audiences.length === 0 ? {} : { audiences }) };
}
