import type { User } from "../user.js";
import type { TokenClaims } from "./token-claims.js";

const PREFIX = "authentication.kubernetes.io/";

/**
 * The caller that a token stands for.
 *
 * @see kubernetes-tokens.md, section 4, "User info"
 */
export function userOf({ sub, jti, "kubernetes.io": { namespace, serviceaccount, pod, node } }: TokenClaims): User {
  const said: Readonly<Record<string, string | undefined>> = {
    "credential-id": jti === undefined ? undefined : `JTI=${jti}`,
    "node-name": node?.name,
    "node-uid": node?.uid,
    "pod-name": pod?.name,
    "pod-uid": pod?.uid,
  };
  const extra = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[`${PREFIX}${name}`, [value]] as const]));
  const groups = ["system:serviceaccounts", `system:serviceaccounts:${namespace}`, "system:authenticated"];
  return { name: sub, uid: serviceaccount.uid ?? "", groups, extra: Object.fromEntries(extra) };
}
