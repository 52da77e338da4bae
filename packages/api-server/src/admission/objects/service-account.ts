import type { KubernetesObject } from "../../storage/kubernetes-object.js";

const ENFORCED = "kubernetes.io/enforce-mountable-secrets";

/** A service account keeps of its secrets the names. */
export const SERVICE_ACCOUNT_RULES = { prepare: prepareServiceAccount, findWarnings: findServiceAccountWarnings };

function prepareServiceAccount(serviceAccount: KubernetesObject): KubernetesObject {
  const { secrets } = serviceAccount as { readonly secrets?: readonly { readonly name?: string }[] };
  return secrets === undefined ? serviceAccount : { ...serviceAccount, secrets: secrets.map(({ name = "" }) => ({ name })) };
}

function findServiceAccountWarnings({ metadata }: KubernetesObject): readonly string[] {
  if (metadata.annotations?.[ENFORCED] === undefined) return [];
  return [`metadata.annotations[${ENFORCED}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets`];
}
