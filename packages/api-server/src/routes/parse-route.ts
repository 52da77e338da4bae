import { RESOURCES, type Resource } from "../storage/resources.js";

/** What a request's path names. */
export interface Route {
  readonly resource: Resource;
  /** `null` for all namespaces, or for what has none. */
  readonly namespace: string | null;
  /** `null` for the collection. */
  readonly name: string | null;
  /** `token` of `serviceaccounts/NAME/token`; `null` for none. */
  readonly subresource: string | null;
}

/** Reads a path of the Kubernetes API; `null` for one that is not served. */
export function parseRoute(path: string): Route | null {
  const match = /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))(?:\/namespaces\/([^/]+)(?=\/))?\/([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/.exec(path);
  if (match === null) return null;
  const [, core, group, namespace = null, plural, name = null, subresource = null] = match;
  const resource = RESOURCES.find((candidate) => candidate.plural === plural && candidate.apiVersion === (core ?? group));
  if (resource === undefined || (namespace !== null && !resource.namespaced)) return null;
  return { resource, namespace, name, subresource };
}
