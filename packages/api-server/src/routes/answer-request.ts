import type { HttpRequest, HttpResponse, Span } from "@irsa-sim/core";
import { authenticate } from "../access/authenticate.js";
import { authorize } from "../access/authorize.js";
import { impersonate } from "../access/impersonate.js";
import type { User } from "../access/user.js";
import { readDeleteOptions } from "../decoding/read-delete-options.js";
import { readDryRun } from "../decoding/read-dry-run.js";
import { answerDiscovery } from "../discovery/answer-discovery.js";
import { answerIssuerDocuments } from "../discovery/answer-issuer-documents.js";
import { pageNotFound, REFUSALS } from "../kubernetes-status.js";
import { answerAccessReview, findReview } from "../reviews/answer-access-review.js";
import type { AnswerOptions } from "./answer-options.js";
import type { ApiCall } from "./api-call.js";
import { createObject } from "./create-object.js";
import { createToken } from "./create-token.js";
import { decodePath } from "./decode-path.js";
import { deleteObject, deleteObjects } from "./delete-object.js";
import { findObject } from "./find-object.js";
import { parseRoute, type Route } from "./parse-route.js";
import { patchObject } from "./patch/patch-object.js";
import { getObject, listObjects } from "./read-objects.js";
import { replaceObject } from "./replace-object.js";
import { reviewToken, TOKEN_REVIEW, TOKEN_REVIEWS_PATH } from "./review-token.js";
import { getScale, writeScale } from "./scale.js";
import { watchObjects } from "./watch/watch-objects.js";
import { isWatch } from "./watch/watch-request.js";

/**
 * Answers a request: authenticate, authorise, then the route.
 *
 * @throws {KubernetesStatus} for every refusal
 */
export async function answerRequest(options: AnswerOptions, request: HttpRequest, span: Span): Promise<HttpResponse> {
  const url = new URL(request.url);
  const pathname = decodePath(url.pathname);
  if (HEALTH_PATHS.includes(pathname) && request.method === "GET") return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: "ok" };
  const user = impersonate(await authenticate(request, options, span), request);
  if (pathname === TOKEN_REVIEWS_PATH) return answerReview(options, { user, request, span, warnings: options.warnings });
  const discovered = await answerDiscovery(request, pathname, { user, minorVersion: options.parts.minorVersion });
  if (discovered !== null) return discovered;
  const published = await answerIssuerDocuments({ user, request, span }, pathname, options.issuerDocuments);
  if (published !== null) return published;
  const review = findReview(pathname);
  if (review !== null) return answerAccessReview(options.parts, review, { user, request, span, warnings: options.warnings });
  const route = parseRoute(pathname);
  if (route === "outside") return answerOutside(user, request.method.toLowerCase(), pathname);
  if (route === "unknown") throw REFUSALS.noSuchRoute();
  const { resource, subresource, namespace, name } = route;
  const wanted = {
    verb: route.name === null && request.method === "GET" && isWatch(request) ? "watch" : verbOf(request.method, route),
    resource: subresource === null ? resource.plural : `${resource.plural}/${subresource}`,
    namespace,
    name: name ?? "",
    fieldSelector: url.searchParams.get("fieldSelector") ?? "",
  };
  authorize(options.parts, { user, resource, wanted }, span);
  return dispatch(options, { route, request, user, span, warnings: options.warnings });
}

function answerReview({ parts, authenticateToken, apiAudiences }: AnswerOptions, call: Omit<ApiCall, "route">): Promise<HttpResponse> {
  const { user, request, span } = call;
  const wanted = { verb: verbOf(request.method, { name: null }), resource: TOKEN_REVIEW.plural, namespace: null, name: "", fieldSelector: "" };
  authorize(parts, { user, resource: TOKEN_REVIEW, wanted }, span);
  return reviewToken({ authenticateToken, apiAudiences }, call, span);
}

const HEALTH_PATHS = ["/healthz", "/livez", "/readyz"];

function answerOutside(user: User, verb: string, path: string): HttpResponse {
  if (!user.groups.includes("system:masters")) throw REFUSALS.pathForbidden(user.name, verb, path);
  return pageNotFound();
}

function verbOf(method: string, { name }: Pick<Route, "name">): string {
  const verbs: Readonly<Record<string, string>> = {
    GET: name === null ? "list" : "get",
    POST: "create",
    PUT: "update",
    ...(name === null && { DELETE: "deletecollection" }),
  };
  return verbs[method] ?? method.toLowerCase();
}

async function dispatch({ parts: lasting, tokenRequest }: AnswerOptions, call: ApiCall): Promise<HttpResponse> {
  const { route, request } = call;
  const deletion = request.method === "DELETE" ? readDeleteOptions(request) : null;
  const isDryRun = (request.method !== "GET" && readDryRun(request)) || deletion?.isDryRun === true;
  const parts = isDryRun ? { ...lasting, store: lasting.store.dry() } : lasting;
  const kind = route.subresource ?? (route.name === null ? "collection" : "object");
  switch (`${request.method} ${kind}`) {
    case "POST token":
      return createToken({ parts, tokenRequest }, call);
    case "POST collection":
      if (route.resource.isNamespaced && route.namespace === null) throw REFUSALS.methodNotAllowed();
      return createObject(parts, call);
    case "GET collection":
      return isWatch(call.request) ? watchObjects(parts, call) : listObjects(parts, call);
    case "GET object":
    case "GET status":
      return getObject(parts, call);
    case "PUT object":
    case "PUT status":
      return replaceObject(parts, call);
    case "GET scale":
      return getScale(parts, call);
    case "PUT scale":
    case "PATCH scale":
      return writeScale(parts, call);
    case "GET log":
    case "GET exec":
    case "POST exec":
    case "GET attach":
    case "POST attach":
    case "GET portforward":
    case "POST portforward":
    case "GET ephemeralcontainers":
    case "PATCH ephemeralcontainers":
    case "PUT ephemeralcontainers":
      findObject(parts, call);
      throw REFUSALS.noProcess(route);
    case "PATCH object":
    case "PATCH status":
      return patchObject(parts, call);
    case "DELETE object":
      return deleteObject(parts, call, deletion ?? readDeleteOptions(request));
    case "DELETE collection":
      return deleteObjects(parts, call, deletion ?? readDeleteOptions(request));
    default:
      throw REFUSALS.methodNotAllowed();
  }
}
