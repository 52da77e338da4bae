import type { HttpRequest, Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import { type AuthenticateToken, UNKNOWN_TOKEN } from "./authenticate-token.js";
import type { User } from "./user.js";

/**
 * Finds who calls, by bearer token.
 *
 * @throws {KubernetesStatus} 401, which keeps the reason to itself; the trace has it
 */
export async function authenticate(request: HttpRequest, authenticateToken: AuthenticateToken, span: Span): Promise<User> {
  const sent = /^bearer +(\S+) *$/i.exec(request.headers.authorization ?? "")?.[1];
  const outcome = sent === undefined ? { problem: "no bearer token" } : await authenticateToken(sent, [], span);
  const isKnown = "user" in outcome;
  span.check({
    check: "api-server.authentication",
    title: "caller is known",
    passed: isKnown,
    expected: { value: "a bearer token of the token file" },
    actual: { value: isKnown ? outcome.user.name : outcome.problem === UNKNOWN_TOKEN ? "an unknown bearer token" : outcome.problem },
    ...(isKnown ? {} : { reason: sent === undefined ? "no-token" : "unknown-token" }),
  });
  if (!isKnown) throw REFUSALS.unauthorized();
  return outcome.user;
}
