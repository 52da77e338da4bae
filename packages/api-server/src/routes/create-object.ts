import { bodyText, type HttpRequest, type HttpResponse, type JsonObject, type Span } from "@irsa-sim/core";
import { admitServiceAccount } from "../admission/01-service-account.js";
import { admitByWebhooks } from "../admission/02-mutating-webhooks.js";
import { applyDefaults } from "../admission/03-defaulting.js";
import { validatePod } from "../admission/04-validation.js";
import type { Pod } from "../admission/pod.js";
import type { ApiServerParts } from "../api-server-parts.js";
import { json, REFUSALS } from "../kubernetes-status.js";
import type { StoredObject } from "../storage/object-store.js";
import { resourceOf } from "../storage/resources.js";
import type { User } from "../users.js";
import type { Route } from "./parse-route.js";

/** POST on a collection: decode, admit, store. */
export async function createObject(
  parts: ApiServerParts,
  { route, request, user, span }: { readonly route: Route; readonly request: HttpRequest; readonly user: User; readonly span: Span },
): Promise<HttpResponse> {
  const object = decode(bodyText(request), route);
  const namespace = route.resource.namespaced ? route.namespace : null;
  if (namespace !== null && parts.store.read(resourceOf("Namespace"), null, namespace) === null) throw REFUSALS.notFound("namespaces", namespace);
  const isPod = route.resource.kind === "Pod";
  const work = span.enter(isPod ? "Admit the pod" : `Store the ${route.resource.kind}`);
  const admitted = isPod ? await admitPod(parts, object as unknown as Pod, { namespace: namespace ?? "default", user, span: work }) : object;
  const stored = parts.store.create(route.resource, namespace, named(parts, admitted));
  work.change({ what: nameOf(stored, route), before: isPod ? object : null, after: stored });
  if (isPod) parts.podStored(stored, work);
  return json(201, stored);
}

/** The admission chain, in the API server's order (kubernetes-tokens.md, section 8). */
async function admitPod(
  parts: ApiServerParts,
  pod: Pod,
  { namespace, user, span }: { readonly namespace: string; readonly user: User; readonly span: Span },
): Promise<JsonObject> {
  const { store, network, random } = parts;
  const withServiceAccount = admitServiceAccount(applyDefaults(pod), { namespace, store, span });
  const mutated = await admitByWebhooks(withServiceAccount, { namespace, user, store, network, random, span });
  const defaulted = applyDefaults(mutated);
  validatePod(defaulted);
  return defaulted as unknown as JsonObject;
}

function decode(body: string, { resource }: Route): JsonObject {
  const object = parseObject(body);
  if (object.kind !== resource.kind || object.apiVersion !== resource.apiVersion) {
    throw REFUSALS.badRequest(
      `the object provided is unrecognized (must be of type ${resource.kind}): ${String(object.apiVersion)}, Kind=${String(object.kind)}`,
    );
  }
  const { name, generateName } = (object.metadata ?? {}) as { readonly name?: string; readonly generateName?: string };
  if (!name && !generateName)
    throw REFUSALS.invalid(resource.kind, "", [{ field: "metadata.name", message: "Required value: name or generateName is required" }]);
  return object;
}

function parseObject(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw REFUSALS.badRequest("the body of the request was not a JSON object");
}

/** The alphabet of generated names, without what could be read as a word. */
const NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

function named({ random }: ApiServerParts, object: JsonObject): JsonObject {
  const metadata = object.metadata as { readonly name?: string; readonly generateName?: string } & JsonObject;
  return metadata.name ? object : { ...object, metadata: { ...metadata, name: `${metadata.generateName}${random.text(5, NAME_ALPHABET)}` } };
}

function nameOf({ metadata }: StoredObject, { resource }: Route): string {
  return `${resource.kind} ${metadata.namespace === undefined ? "" : `${metadata.namespace}/`}${metadata.name}`;
}
