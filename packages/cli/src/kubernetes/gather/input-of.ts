import type { InputFile } from "@irsa-sim/check";
import type { JsonObject } from "@irsa-sim/core";
import { stringify } from "yaml";
import type { KubernetesObject } from "./kubernetes-object.js";

/** An object of a cluster as a file that check reads: YAML with sorted keys, as kubectl prints it, under the object's name. */
export function inputOf(object: KubernetesObject): InputFile {
  const { kind = "", metadata: { namespace, name = "" } = {} } = object;
  return { file: [kind, [namespace, name].filter((part) => part !== undefined).join("/")].join(" "), text: stringify(object, OPTIONS), isNamed: false };
}

/** What `aws eks describe-cluster` would say of a cluster, as far as its API server tells it. */
export function clusterInput({ name, issuer, server }: { readonly name: string; readonly issuer: string; readonly server: string }): InputFile {
  const described: JsonObject = { cluster: { name, endpoint: server, identity: { oidc: { issuer } } } };
  return { file: `cluster ${name}`, text: stringify(described, OPTIONS), isNamed: true };
}

const OPTIONS = { lineWidth: 0, sortMapEntries: true, aliasDuplicateObjects: false } as const;
