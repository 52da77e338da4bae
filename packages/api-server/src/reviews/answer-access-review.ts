/**
 * Reviews of access: who somebody is to the API server, and what they may do.
 * Leaves out: the rules of roles in a SelfSubjectRulesReview, which is complete for administrators alone.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access
 */
import { type HttpResponse, type JsonObject, toRfc3339 } from "@irsa-sim/core";
import { authorize, decideAccess } from "../access/authorize.js";
import type { User } from "../access/user.js";
import { readObject } from "../decoding/read-object.js";
import { pathOf } from "../discovery/describe-api.js";
import { REVIEWS, type ServedResource } from "../discovery/served-resources.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { ApiCall, ApiServerParts } from "../routes/api-call.js";
import { readQuestion, subjectOf } from "./access-question.js";

/** A review by its path. */
interface ReviewRoute {
  readonly resource: ServedResource;
  /** `null` for what is of the whole cluster. */
  readonly namespace: string | null;
}

/** Which review a path is for; `null` for none. TokenReviews have been answered by then. */
export function findReview(path: string): ReviewRoute | null {
  for (const resource of REVIEWS) {
    const [, namespace = null] = /\/namespaces\/([^/]+)\//.exec(path) ?? [];
    const place = namespace === null ? "" : `/namespaces/${namespace}`;
    if (resource.isNamespaced === (namespace !== null) && path === `${pathOf(resource)}${place}/${resource.plural}`) return { resource, namespace };
  }
  return null;
}

/**
 * POST of a review; everybody who is known may ask about themselves.
 *
 * @throws {KubernetesStatus} 400 for a review that asks for nothing, 403, 405 for another method
 */
export function answerAccessReview(parts: ApiServerParts, { resource, namespace }: ReviewRoute, call: Omit<ApiCall, "route">): HttpResponse {
  const { request, user, span } = call;
  if (request.method !== "POST") throw REFUSALS.methodNotAllowed();
  const isOfSelf = resource.kind.startsWith("Self") && user.groups.includes("system:authenticated");
  if (!isOfSelf) {
    const wanted = { verb: "create", resource: resource.plural, namespace, name: "", fieldSelector: "" };
    authorize(parts, { user, resource, wanted }, span);
  }
  const review = readObject(call, resource);
  const spec = (review.spec ?? {}) as JsonObject;
  // Of all reviews this one alone is given a time, as if it were stored.
  const time = resource.kind === "SelfSubjectReview" ? { creationTimestamp: toRfc3339(parts.clock.now()) } : {};
  return json(201, { ...review, metadata: { ...review.metadata, ...time }, status: statusOf(parts, resource.kind, { user, spec }) });
}

function statusOf(parts: ApiServerParts, kind: string, { user, spec }: { readonly user: User; readonly spec: JsonObject }): object {
  if (kind === "SelfSubjectReview") return { userInfo: userInfoOf(user) };
  if (kind === "SelfSubjectRulesReview") return rulesOf(user);
  const question = readQuestion(spec);
  if (question === null) throw REFUSALS.badRequest("exactly one of resourceAttributes or nonResourceAttributes must be specified");
  const subject = kind === "SelfSubjectAccessReview" ? user : subjectOf(spec);
  if (question.kind === "path") return { allowed: subject.groups.includes("system:masters") };
  const { wanted, group } = question;
  const decision = decideAccess(parts, subject, { ...wanted, group });
  return decision.isAllowed ? { allowed: true } : { allowed: false, ...(decision.reason !== "" && { reason: decision.reason }) };
}

function userInfoOf({ name, uid, groups, extra }: User): object {
  return { username: name, ...(uid !== "" && { uid }), groups, ...(extra !== undefined && { extra }) };
}

function rulesOf({ groups }: User): object {
  if (!groups.includes("system:masters")) return { resourceRules: [], nonResourceRules: [], incomplete: true };
  return {
    resourceRules: [{ verbs: ["*"], apiGroups: ["*"], resources: ["*"] }],
    nonResourceRules: [{ verbs: ["*"], nonResourceURLs: ["*"] }],
    incomplete: false,
  };
}
