import type { HttpRequest } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { Resource } from "../storage/resources.js";
import type { User } from "./user.js";

/** Of what a caller must be allowed to take the place. */
const USERS: Resource = { kind: "User", group: "", version: "v1", plural: "users", isNamespaced: false, returnsDeleted: false };
const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):[^:]+$/;

/**
 * Whom a request is made as: who sent it, or whom that one names in its place, as `kubectl --as` does.
 *
 * Differs from the API server: administrators alone may do this, whatever roles say; and of an impersonated user nothing extra is said.
 * @throws {KubernetesStatus} 403
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
 */
export function impersonate(caller: User, { headers }: HttpRequest): User {
  const name = headers["impersonate-user"];
  if (name === undefined) return caller;
  if (!caller.groups.includes("system:masters")) {
    throw REFUSALS.notAllowed(USERS, name, `User "${caller.name}" cannot impersonate resource "users" in API group "" at the cluster scope`);
  }
  const asked = headers["impersonate-group"]?.split(", ") ?? groupsOf(name);
  const groups = name === "system:anonymous" || asked.includes("system:authenticated") ? asked : [...asked, "system:authenticated"];
  return { name, uid: headers["impersonate-uid"] ?? "", groups };
}

function groupsOf(name: string): readonly string[] {
  if (name === "system:anonymous") return ["system:unauthenticated"];
  const namespace = SERVICE_ACCOUNT.exec(name)?.[1];
  return namespace === undefined ? [] : ["system:serviceaccounts", `system:serviceaccounts:${namespace}`];
}
