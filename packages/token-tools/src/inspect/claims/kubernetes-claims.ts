/** Kubernetes' private claims (kubernetes-tokens.md, section 2.2); no check of STS reads them and no condition can. */
import type { Json, JsonObject } from "@irsa-sim/core";
import type { ClaimRule } from "../claim-rule.js";
import { show, timeInWords } from "../in-words.js";

const LEGACY = "kubernetes.io/serviceaccount";

/** As they are told. */
export const KUBERNETES_CLAIMS: readonly ClaimRule[] = [
  { path: ["kubernetes.io", "namespace"], explain: (value) => `the service account's namespace, ${show(value)}` },
  { path: ["kubernetes.io", "serviceaccount"], explain: (value) => `the service account, ${named(value)}; made again under the same name it has another uid` },
  {
    path: ["kubernetes.io", "pod"],
    explain: (value) => `it is bound to pod ${named(value)}: once that is gone the API server refuses it, and AWS takes it until it ends`,
  },
  { path: ["kubernetes.io", "node"], explain: (value) => `the pod's node, ${named(value)}` },
  { path: ["kubernetes.io", "secret"], explain: (value) => `it is bound to Secret ${named(value)}: once that is gone the API server refuses it` },
  {
    path: ["kubernetes.io", "warnafter"],
    explain: (value, { now }) => `its real end, ${timeInWords(value, now)}: exp is later so that old clients go on, and its use after this is counted`,
  },
  { path: [`${LEGACY}/namespace`], explain: (value) => `the service account's namespace, ${show(value)}, as legacy tokens say it` },
  { path: [`${LEGACY}/service-account.name`], explain: (value) => `the service account, ${show(value)}, as legacy tokens say it` },
  { path: [`${LEGACY}/service-account.uid`], explain: () => "the service account's uid, as legacy tokens say it" },
  { path: [`${LEGACY}/secret.name`], explain: (value) => `the Secret that holds this token, ${show(value)}` },
];

function named(value: Json): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return show(value);
  const { name, uid } = value as JsonObject;
  return `${show(name)}${uid === undefined ? "" : ` (uid ${show(uid)})`}`;
}
