/**
 * Discovery documents: all groups at once for clients that can read that, else group by group.
 * @see https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api
 */
import type { JsonObject } from "@irsa-sim/core";
import { apiVersionOf, type Resource } from "../storage/resources.js";
import { GROUPS, type ServedGroup, type ServedResource } from "./served-resources.js";

/** The media type of all groups at once. */
export const AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/**
 * All that is served below a path.
 *
 * @param path `/api` for the core group, `/apis` for the others
 */
export function describeAll(path: "/api" | "/apis"): JsonObject {
  const items = groupsBelow(path).map(({ group, version, resources }) => ({
    metadata: group === "" ? {} : { name: group },
    versions: [{ version, resources: resources.map(describeAggregated), freshness: "Current" }],
  }));
  return { kind: "APIGroupDiscoveryList", apiVersion: "apidiscovery.k8s.io/v2", metadata: {}, items };
}

/** The document of a path of discovery, for clients that read one after another; `null` for any other path. */
export function describePath(path: string, host: string): JsonObject | null {
  if (path === "/api") return { kind: "APIVersions", versions: ["v1"], serverAddressByClientCIDRs: [{ clientCIDR: "0.0.0.0/0", serverAddress: host }] };
  if (path === "/apis") return { kind: "APIGroupList", apiVersion: "v1", groups: groupsBelow("/apis").map(describeGroup) };
  for (const served of GROUPS) {
    if (path === pathOf(served)) return describeVersion(served);
    if (served.group !== "" && path === `/apis/${served.group}`) return { kind: "APIGroup", apiVersion: "v1", ...describeGroup(served) };
  }
  return null;
}

/** `/api/v1`, `/apis/apps/v1`. */
export function pathOf({ group, version }: Pick<Resource, "group" | "version">): string {
  return `${group === "" ? "/api" : "/apis"}/${apiVersionOf({ group, version })}`;
}

function groupsBelow(path: "/api" | "/apis"): readonly ServedGroup[] {
  return GROUPS.filter(({ group }) => (group === "") === (path === "/api"));
}

function describeAggregated({ plural, kind, group, version, isNamespaced, singular, verbs, shortNames = [], isOfAll = false, subresources }: ServedResource) {
  const parts = subresources.map(({ name, verbs: can, ...responseKind }) => ({ subresource: name, responseKind: kindOf(responseKind), verbs: can }));
  return {
    resource: plural,
    responseKind: { group, version, kind },
    scope: isNamespaced ? "Namespaced" : "Cluster",
    singularResource: singular,
    verbs,
    ...(shortNames.length > 0 && { shortNames }),
    ...(isOfAll && { categories: ["all"] }),
    ...(parts.length > 0 && { subresources: parts }),
  };
}

function kindOf({ group, version, kind }: Pick<Resource, "group" | "version" | "kind">) {
  return { group, version, kind };
}

function describeGroup({ group, version }: ServedGroup) {
  const only = { groupVersion: `${group}/${version}`, version };
  return { name: group, versions: [only], preferredVersion: only };
}

function describeVersion(served: ServedGroup): JsonObject {
  return { kind: "APIResourceList", apiVersion: "v1", groupVersion: apiVersionOf(served), resources: served.resources.flatMap(describeResource) };
}

function describeResource({ plural, singular, isNamespaced, kind, verbs, shortNames = [], isOfAll = false, subresources }: ServedResource) {
  const own = {
    name: plural,
    singularName: singular,
    namespaced: isNamespaced,
    kind,
    verbs,
    ...(shortNames.length > 0 && { shortNames }),
    ...(isOfAll && { categories: ["all"] }),
  };
  const parts = subresources.map(({ name, verbs: can, ...of }) => ({
    name: `${plural}/${name}`,
    singularName: "",
    namespaced: isNamespaced,
    ...(of.group === "" ? {} : { group: of.group, version: of.version }),
    kind: of.kind,
    verbs: can,
  }));
  return [own, ...parts];
}
