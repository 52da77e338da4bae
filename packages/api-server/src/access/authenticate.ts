import type { HttpRequest, Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { StaticToken, User } from "./user.js";

/**
 * Finds who calls, by bearer token.
 *
 * @throws {KubernetesStatus} 401
 */
export function authenticate(request: HttpRequest, tokens: readonly StaticToken[], span: Span): User {
  const sent = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
  const user = tokens.find(({ token }) => token === sent);
  span.check({
    check: "api-server.authentication",
    title: "caller is known",
    passed: user !== undefined,
    expected: { value: "a bearer token of the token file" },
    actual: { value: user?.name ?? (sent === undefined ? "no bearer token" : "an unknown bearer token") },
    ...(user === undefined ? { reason: sent === undefined ? "no-token" : "unknown-token" } : {}),
  });
  if (user === undefined) throw REFUSALS.unauthorized();
  return user;
}
