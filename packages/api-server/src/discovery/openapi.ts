/**
 * The OpenAPI documents of what is served, one for each version of a group.
 * Leaves out: version 2, and what operations answer.
 * @see https://kubernetes.io/docs/concepts/overview/kubernetes-api/#openapi-v3
 */
import type { JsonObject } from "@irsa-sim/core";
import { schemasOf, structureOf } from "@irsa-sim/kubernetes-types/openapi";
import { pathOf } from "./describe-api.js";
import { GROUPS, type ServedGroup, type ServedResource } from "./served-resources.js";

const ROOT = "/openapi/v3";

/**
 * The document of a path below `/openapi/v3`: the list of all, or one version of a group.
 *
 * @returns `null` for a path of nothing that is served
 */
export function describeOpenApi(path: string, version: string): JsonObject | null {
  if (path === ROOT) return { paths: Object.fromEntries(GROUPS.map((served) => [pathOf(served).slice(1), { serverRelativeURL: `${ROOT}${pathOf(served)}` }])) };
  const served = GROUPS.find((candidate) => path === `${ROOT}${pathOf(candidate)}`);
  return served === undefined ? null : describeGroup(served, version);
}

function describeGroup(served: ServedGroup, version: string): JsonObject {
  const { resources } = served;
  const subresources = resources.flatMap((resource) => resource.subresources).filter(({ kind }) => kind === "TokenRequest");
  return {
    openapi: "3.0.0",
    info: { title: "Kubernetes", version },
    paths: Object.fromEntries(resources.flatMap((resource) => [...pathsOf(served, resource)])),
    components: { schemas: schemasOf([...resources, ...subresources]) },
  };
}

function* pathsOf(served: ServedGroup, resource: ServedResource): Generator<readonly [path: string, item: JsonObject]> {
  const { plural, isNamespaced, verbs } = resource;
  const collection = `${pathOf(served)}/${isNamespaced ? "namespaces/{namespace}/" : ""}${plural}`;
  const operation = (verb: string, action: string, more: readonly JsonObject[] = []): JsonObject => operationOf(resource, { verb, action, parameters: more });
  if (!verbs.includes("get")) {
    yield [collection, { post: operation("create", "post", WRITING) }];
    return;
  }
  yield [collection, { get: operation("list", "list"), post: operation("create", "post", WRITING), delete: operation("deletecollection", "deletecollection") }];
  const one = { get: operation("read", "get"), put: operation("replace", "put", WRITING), patch: operation("patch", "patch", [...WRITING, FORCE]) };
  yield [`${collection}/{name}`, { ...one, delete: operation("delete", "delete", [DRY_RUN]) }];
}

const DRY_RUN = inQuery("dryRun", "string");
/** kubectl looks here for whether it may leave the validation of fields to the server. */
const WRITING = [DRY_RUN, inQuery("fieldManager", "string"), inQuery("fieldValidation", "string")];
const FORCE = inQuery("force", "boolean");

function inQuery(name: string, type: "string" | "boolean"): JsonObject {
  return { name, in: "query", schema: { type, uniqueItems: true } };
}

function operationOf(
  { group, version, kind }: ServedResource,
  { verb, action, parameters }: { readonly verb: string; readonly action: string; readonly parameters: readonly JsonObject[] },
): JsonObject {
  const body =
    action === "put" || action === "post" ? { requestBody: { content: { "*/*": { schema: { $ref: `#/components/schemas/${structureOf(kind)}` } } } } } : {};
  return {
    operationId: `${verb}${kind}`,
    ...(parameters.length > 0 && { parameters }),
    ...body,
    responses: { "401": { description: "Unauthorized" } },
    "x-kubernetes-action": action,
    "x-kubernetes-group-version-kind": { group, kind, version },
  };
}
