import type { User } from "../user.js";
import type { TokenClaims } from "./token-claims.js";

const PREFIX = "authentication.kubernetes.io/";

/**
 * The caller that a token stands for: by the private claims, whatever `sub` says.
 *
 * @see kubernetes-tokens.md, section 4, "User info"
 */
export function userOf({ jti, "kubernetes.io": { namespace, serviceaccount, pod, node } }: TokenClaims): User {
  const said: Readonly<Record<string, string | undefined>> = {
    "credential-id": jti && `JTI=${jti}`,
    "node-name": node?.name,
    "node-uid": node?.name && node.uid,
    "pod-name": pod?.uid && pod.name,
    "pod-uid": pod?.name && pod.uid,
  };
  const extra = Object.entries(said).flatMap(([name, value]) => (value ? [[`${PREFIX}${name}`, [value]] as const] : []));
  const groups = ["system:serviceaccounts", `system:serviceaccounts:${namespace}`, "system:authenticated"];
  return {
    name: `system:serviceaccount:${namespace}:${serviceaccount.name}`,
    uid: serviceaccount.uid ?? "",
    groups,
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  };
}
