/** A request as its service reads it: which operation, with which parameters. */
import { bodyText, type HttpRequest, type Json, type JsonObject } from "@irsa-sim/core";
import { findOperation } from "../operations/find-operation.js";
import type { Api, ServiceReference } from "../service.js";
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
  for (const api of service.apis) {
    for (const [operation, described] of Object.entries(api.operations)) {
      const labels = api.protocol.startsWith("rest") ? matchUri(described, request.method, url) : null;
      if (labels === null) continue;
      const body = api.protocol === "rest-json" && described.payload === undefined ? readJson(request) : {};
      const query = Object.entries(described.input ?? {}).flatMap(([name, member]) => {
        const text = member !== 0 && member.at === "querystring" ? url.searchParams.get(member.name ?? name) : null;
        return text === null ? [] : [[name, text] as const];
      });
      return { api, operation, parameters: { ...body, ...Object.fromEntries(query), ...labels } };
    }
  }
  return null;
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
