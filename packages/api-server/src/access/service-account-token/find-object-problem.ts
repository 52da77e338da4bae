/**
 * What a token speaks of has to be there still, as a pure rule.
 * @see kubernetes-tokens.md, section 4, points 6 to 8
 */
import type { EpochMillis } from "@irsa-sim/core";
import { LEEWAY_MS, type TokenProblem } from "./find-claims-problem.js";
import type { ClaimedObject, KubernetesClaims } from "./token-claims.js";

/** An object as it is now. */
export interface LiveObject {
  readonly uid: string;
  /** RFC 3339; absent for one that nobody has deleted. */
  readonly deletionTimestamp?: string;
}

/** Reads an object as it is now; `null` when there is none. */
export type ReadObject = (kind: "ServiceAccount" | "Secret" | "Pod" | "Node", namespace: string | null, name: string) => LiveObject | null;

const INVALIDATED: TokenProblem = { rule: "bound-object", message: "service account token has been invalidated" };

/** The first object that is gone or another than the token's; `null` for none. The node of a pod is not looked at. */
export function findObjectProblem(claims: KubernetesClaims, read: ReadObject, now: EpochMillis): TokenProblem | null {
  const { namespace, secret, pod, node } = claims;
  const bound = (kind: "Secret" | "Pod" | "Node", claimed: ClaimedObject | undefined): TokenProblem | null =>
    claimed === undefined ? null : findBoundProblem(kind, claimed, { object: read(kind, kind === "Node" ? null : namespace, claimed.name), now });
  return findAccountProblem(claims, read, now) ?? bound("Secret", secret) ?? bound("Pod", pod) ?? bound("Node", pod === undefined ? node : undefined);
}

function findAccountProblem({ namespace, serviceaccount }: KubernetesClaims, read: ReadObject, now: EpochMillis): TokenProblem | null {
  const { name, uid } = serviceaccount;
  const object = read("ServiceAccount", namespace, name);
  const problem = (message: string): TokenProblem => ({ rule: "service-account", message });
  // Asked for nothing, the authenticator's own client refuses.
  if (name === "") return problem("resource name may not be empty");
  // Without a namespace its path leads nowhere.
  if (namespace === "") return problem("the server could not find the requested resource");
  if (object === null) return problem(`serviceaccounts "${name}" not found`);
  if (object.uid !== (uid ?? "")) return problem(`service account UID (${object.uid}) does not match claim (${uid ?? ""})`);
  return isGone(object, now) ? problem(`service account ${namespace}/${name} has been deleted`) : null;
}

function findBoundProblem(
  kind: "Secret" | "Pod" | "Node",
  { uid }: ClaimedObject,
  { object, now }: { readonly object: LiveObject | null; readonly now: EpochMillis },
): TokenProblem | null {
  if (object === null) return INVALIDATED;
  const what = kind.toLowerCase();
  const claimed = uid ?? "";
  if (object.uid !== claimed) {
    return { rule: "bound-object", message: `${what} UID (${object.uid}) does not match service account ${what} ref claim (${claimed})` };
  }
  return isGone(object, now) ? INVALIDATED : null;
}

function isGone({ deletionTimestamp }: LiveObject, now: EpochMillis): boolean {
  return deletionTimestamp !== undefined && Date.parse(deletionTimestamp) + LEEWAY_MS < now;
}
