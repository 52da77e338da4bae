import type { JsonObject } from "@irsa-sim/core";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";
import { type FieldProblem, required, tooLong } from "../field-problem.js";
import { findFormatProblems } from "../validation/formats/find-format-problems.js";
import { configKey } from "../validation/formats/keys.js";
import { decodedLength } from "./config-map.js";

const MAX_BYTES = 1024 * 1024;
const SERVICE_ACCOUNT_TOKEN = "kubernetes.io/service-account-token";
/** What a Secret of a type has to hold; for `basic-auth` one of the two is enough. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
};

type Values = Readonly<Record<string, string>>;
type SecretMembers = { readonly data?: Values; readonly stringData?: Values; readonly type?: string; readonly metadata?: { readonly annotations?: Values } };

/**
 * A Secret keeps bytes; what is written as text becomes some of them.
 * Leaves out: what is within Docker's configurations, and whether a key fits its certificate.
 */
export const SECRET_RULES = { prepare: prepareSecret, findProblems: findSecretProblems };

function prepareSecret(secret: KubernetesObject): KubernetesObject {
  const { stringData = {}, data = {}, type = "", ...rest } = secret as KubernetesObject & SecretMembers;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, toBase64(text)] as const);
  return { ...rest, data: { ...data, ...Object.fromEntries(encoded) }, type: type || "Opaque" };
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function* findSecretProblems(secret: JsonObject): Generator<FieldProblem> {
  const { data = {}, type = "", metadata = {} } = secret as SecretMembers;
  let bytes = 0;
  for (const [key, value] of Object.entries(data)) {
    yield* findFormatProblems(configKey, `data[${key}]`, key);
    bytes += decodedLength(value);
  }
  if (bytes > MAX_BYTES) yield tooLong("data", MAX_BYTES);
  if (type === SERVICE_ACCOUNT_TOKEN && !metadata.annotations?.["kubernetes.io/service-account.name"]) {
    yield required("metadata.annotations[kubernetes.io/service-account.name]");
  }
  for (const key of NEEDED[type] ?? []) if (data[key] === undefined || (key === "ssh-privatekey" && data[key] === "")) yield required(`data[${key}]`);
  if (type === "kubernetes.io/basic-auth" && data.username === undefined && data.password === undefined) {
    yield required("data[username]");
    yield required("data[password]");
  }
}
