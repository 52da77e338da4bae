/** A request as its service reads it: which operation, with which parameters. */
import { bodyText, type HttpRequest, type Json, type JsonObject } from "@irsa-sim/core";
import { findOperation } from "../operations/find-operation.js";
import type { Api, Operation, ServiceReference } from "../service.js";
import { matchUri } from "./match-uri.js";

/** What a request asks for. */
export interface ReadRequest {
  readonly api: Api;
  /** `GetSecretValue`. */
  readonly operation: string;
  /** At the top; of a query's lists and structures the fields as they were sent. */
  readonly parameters: JsonObject;
}

/**
 * Reads a request to a service, in whichever of its protocols it came.
 *
 * @returns `null` when it asks for nothing that the service has
 */
export function readRequest(service: ServiceReference, request: HttpRequest): ReadRequest | null {
  const target = request.headers["x-amz-target"];
  if (target !== undefined) return named(service, target.slice(target.lastIndexOf(".") + 1), () => readJson(request));
  const url = new URL(request.url);
  const rpc = /^\/service\/[^/]+\/operation\/([^/]+)$/.exec(url.pathname)?.[1];
  // What stands in CBOR is not read: the resource of such a request is what its ARN-less form says.
  if (rpc !== undefined) return named(service, rpc, () => ({}));
  const form = new URLSearchParams(request.method === "GET" ? url.search : isForm(request) ? bodyText(request) : "");
  const action = form.get("Action");
  if (action !== null) return named(service, action, () => Object.fromEntries(form));
  return readRest(service, request, url);
}

/** Of several paths that fit the one with the most text of its own. */
function readRest(service: ServiceReference, request: HttpRequest, url: URL): ReadRequest | null {
  const fitting = service.apis.flatMap((api) =>
    api.protocol.startsWith("rest")
      ? Object.entries(api.operations).flatMap(([operation, described]) => {
          const labels = matchUri(described, request.method, url);
          return labels === null ? [] : [{ api, operation, described, labels, own: ownText(described) }];
        })
      : [],
  );
  const best = fitting.reduce<(typeof fitting)[number] | null>((found, one) => (found === null || one.own > found.own ? one : found), null);
  if (best === null) return null;
  const { api, operation, described, labels } = best;
  const body = api.protocol === "rest-json" && described.payload === undefined ? readJson(request) : {};
  const query = Object.entries(described.input ?? {}).flatMap(([name, member]) => {
    const text = member !== 0 && member.at === "querystring" ? url.searchParams.get(member.name ?? name) : null;
    return text === null ? [] : [[name, text] as const];
  });
  return { api, operation, parameters: { ...body, ...Object.fromEntries(query), ...labels } };
}

/** How much of a path, and of what is always in the query, is no label; a label that takes slashes too is less than one that does not. */
function ownText({ uri = "/" }: Operation): number {
  return uri.replaceAll(/\{[^}]+\+\}/g, "").replaceAll(/\{[^}]+\}/g, ".").length;
}

function named(service: ServiceReference, name: string, parameters: () => JsonObject): ReadRequest | null {
  const found = findOperation(service, name);
  return found === null ? null : { api: found.api, operation: name, parameters: parameters() };
}

function isForm({ headers }: HttpRequest): boolean {
  return (headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
}

/** What is no JSON names nothing. */
function readJson(request: HttpRequest): JsonObject {
  try {
    const value: Json = JSON.parse(bodyText(request) || "{}");
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
