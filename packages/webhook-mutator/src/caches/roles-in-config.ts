import { DecodingError } from "@irsa-sim/kubernetes-types";
import { DEFAULT_WEBHOOK_SETTINGS } from "../settings.js";
import { createConfigMapCache } from "./config-map-cache.js";
import { readConfig } from "./read-config.js";

/**
 * The roles that a webhook which has just started knows from its ConfigMap, by `namespace/name`; an entry without one has an empty text.
 *
 * @param config what the key `config` holds
 * @returns nothing of a document that cannot be read, and what stands before an entry that ends the process
 * @see webhook.md, section 11
 * @example rolesInConfig('{"billing/payments": {"RoleARN": "arn:aws:iam::111122223333:role/payments"}}')
 */
export function rolesInConfig(config: string): ReadonlyMap<string, string> {
  const cache = createConfigMapCache(DEFAULT_WEBHOOK_SETTINGS);
  cache.load({ config });
  const accounts = keysOf(config).map((key) => key.split("/"));
  return new Map(
    accounts.flatMap(([namespace = "", name = ""]): [string, string][] => {
      const entry = cache.find(namespace, name);
      return entry === null ? [] : [[`${namespace}/${name}`, entry.roleArn]];
    }),
  );
}

function keysOf(config: string): readonly string[] {
  try {
    return [...readConfig(config).keys()];
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return [];
  }
}
