/** Who calls, and what a caller may do. */
import type { HttpRequest, Span } from "@irsa-sim/core";
import { REFUSALS } from "./kubernetes-status.js";

/** An authenticated caller. */
export interface User {
  readonly name: string;
  readonly uid: string;
  readonly groups: readonly string[];
}

/** A line of the API server's token file (`--token-auth-file`). */
export interface StaticToken extends User {
  readonly token: string;
}

/** @throws {KubernetesStatus} 401 */
export function authenticate(request: HttpRequest, tokens: readonly StaticToken[], span: Span): User {
  const user = tokens.find(({ token }) => request.headers.authorization === `Bearer ${token}`);
  const passed = span.check({
    check: "api-server.authentication",
    title: "caller is known",
    passed: user !== undefined,
    expected: { value: "a bearer token of the token file" },
    actual: { value: user?.name ?? (request.headers.authorization === undefined ? "no token" : "an unknown token") },
    ...(user === undefined ? { reason: "unauthorized" } : {}),
  });
  if (!passed || user === undefined) throw REFUSALS.unauthorized();
  return user;
}

/** What a kubelet may do; everybody else is allowed only as a member of `system:masters`. */
const KUBELET_MAY = new Set(["list pods", "get pods", "create serviceaccounts/token", "get nodes"]);

/** @throws {KubernetesStatus} 403 */
export function authorize(user: User, what: { readonly verb: string; readonly resource: string; readonly namespace: string | null }): void {
  if (user.groups.includes("system:masters")) return;
  if (user.groups.includes("system:nodes") && KUBELET_MAY.has(`${what.verb} ${what.resource}`)) return;
  throw REFUSALS.forbidden(user.name, what);
}
