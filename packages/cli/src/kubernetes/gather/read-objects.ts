import type { JsonObject } from "@irsa-sim/core";
import type { ApiClient } from "../api-client.js";
import { ApiError } from "../api-error.js";
import { getJson, getJsonOrNull } from "../ask-for.js";
import type { KubernetesObject, OwnerReference } from "./kubernetes-object.js";

/** Reads what is not indispensable, and remembers what it was not let. */
export interface ObjectReader {
  /** An object that must be there. @throws {ApiError} */
  get(path: string, what: string): Promise<KubernetesObject>;
  /** An object, or `null` when there is none or it may not be read, which is then told. */
  find(path: string, what: string): Promise<KubernetesObject | null>;
  /** The objects of a collection, each with its kind; none when they may not be read, which is then told. */
  list(path: string, what: string): Promise<readonly KubernetesObject[]>;
  /** What could not be read, one sentence each. */
  readonly unread: readonly string[];
}

/** Creates a reader for one account of a cluster. */
export function createObjectReader(client: ApiClient): ObjectReader {
  const unread: string[] = [];
  const purposeOf = (what: string) => ({
    what: `read ${what}`,
    right: `a role with get and list of them, bound to this user, or a kubeconfig of somebody who has one`,
  });
  const unlessForbidden = async <Value>(what: string, ask: () => Promise<Value>): Promise<Value | null> => {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 403) throw error;
      unread.push(`${what} may not be read, so nothing is known of them`);
      return null;
    }
  };
  return {
    unread,
    get: async (path, what) => (await getJson(client, path, purposeOf(what))) as KubernetesObject,
    find: async (path, what) => (await unlessForbidden(what, () => getJsonOrNull(client, path, purposeOf(what)))) as KubernetesObject | null,
    list: async (path, what) => itemsOf(await unlessForbidden(what, () => getJsonOrNull(client, path, purposeOf(what)))),
  };
}

/** Items of a list do not say their kind, which the list's own tells. */
function itemsOf(list: JsonObject | null): readonly KubernetesObject[] {
  if (list === null) return [];
  const { apiVersion, kind = "", items } = list as { readonly apiVersion?: string; readonly kind?: string; readonly items?: readonly KubernetesObject[] };
  return (items ?? []).map((item) => ({ ...(apiVersion === undefined ? {} : { apiVersion }), kind: kind.replace(/List$/, ""), ...item }));
}

/** Where an owner is, for the kinds that Kubernetes itself has; `null` for those of others, whose plural nobody knows. */
export function pathOfOwner({ apiVersion, kind, name }: OwnerReference, namespace: string): string | null {
  const group = apiVersion.split("/")[0] ?? "";
  if (!["apps", "batch"].includes(group)) return null;
  return `/apis/${apiVersion}/namespaces/${namespace}/${kind.toLowerCase()}s/${name}`;
}
