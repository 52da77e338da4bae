import { apiVersionOf, RESOURCES, type Resource } from "../storage/resources.js";

/** The parts of objects that have paths of their own. */
export type Subresource = "token" | "status" | "log" | "exec" | "attach" | "portforward" | "scale" | "ephemeralcontainers";

const SUBRESOURCES: Readonly<Record<string, readonly string[]>> = {
  ServiceAccount: ["token"],
  Pod: ["status", "log", "exec", "attach", "portforward", "ephemeralcontainers"],
  Node: ["status"],
  Namespace: ["status"],
  Deployment: ["status", "scale"],
  ReplicaSet: ["status", "scale"],
  StatefulSet: ["status", "scale"],
  DaemonSet: ["status"],
  Job: ["status"],
  CronJob: ["status"],
} satisfies Record<string, readonly Subresource[]>;

/** What a request's path names. */
export interface Route {
  readonly resource: Resource;
  /** `null` for all namespaces, or for what has none. */
  readonly namespace: string | null;
  /** `null` for the collection. */
  readonly name: string | null;
  /** `token` of `serviceaccounts/NAME/token`; `null` for none. */
  readonly subresource: Subresource | null;
}

const PATH =
  /^\/(?:api|apis)\/(?<apiVersion>v1|[^/]+\/[^/]+)(?:\/namespaces\/(?<namespace>[^/]+)(?=\/))?\/(?<plural>[^/]+)(?:\/(?<name>[^/]+))?(?:\/(?<subresource>[^/]+))?$/;

/**
 * Reads a path of the Kubernetes API.
 *
 * @returns `"outside"` for a path of no group and version that is served, `"unknown"` for one within that nothing serves
 */
export function parseRoute(path: string): Route | "outside" | "unknown" {
  if (!RESOURCES.some((resource) => path.startsWith(`${prefixOf(resource)}/`))) return "outside";
  const { apiVersion, namespace = null, plural, name = null, subresource = null } = PATH.exec(path)?.groups ?? {};
  const resource = RESOURCES.find((candidate) => candidate.plural === plural && apiVersionOf(candidate) === apiVersion);
  if (resource === undefined || (namespace !== null && !resource.isNamespaced)) return "unknown";
  if (name !== null && namespace === null && resource.isNamespaced) return "unknown";
  if (subresource !== null && SUBRESOURCES[resource.kind]?.includes(subresource) !== true) return "unknown";
  return { resource, namespace, name, subresource: subresource as Subresource | null };
}

function prefixOf(resource: Resource): string {
  return `${resource.group === "" ? "/api" : "/apis"}/${apiVersionOf(resource)}`;
}
