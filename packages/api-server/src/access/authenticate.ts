import type { HttpRequest, Span } from "@irsa-sim/core";
import { REFUSALS } from "../kubernetes-status.js";
import type { Warnings } from "../warnings.js";
import { type AuthenticateToken, UNKNOWN_TOKEN } from "./authenticate-token.js";
import { readBearerToken } from "./read-bearer-token.js";
import type { User } from "./user.js";

/** Who calls without any credentials. */
export const ANONYMOUS: User = { name: "system:anonymous", uid: "", groups: ["system:unauthenticated"] };

/**
 * Finds who calls, by bearer token; who sends none is anonymous.
 *
 * @throws {KubernetesStatus} 401 for a token that stands for nobody, which keeps the reason to itself; the trace has it
 */
export async function authenticate(
  request: HttpRequest,
  { authenticateToken, warnings }: { readonly authenticateToken: AuthenticateToken; readonly warnings: Warnings },
  span: Span,
): Promise<User> {
  const { token, warning } = readBearerToken(request.headers.authorization ?? "");
  if (warning !== null) warnings.add(warning);
  const outcome = token === null ? { user: ANONYMOUS } : await authenticateToken(token, [], span);
  const isKnown = "user" in outcome;
  span.check({
    check: "api-server.authentication",
    title: "caller is known",
    passed: isKnown,
    expected: { value: "no token, or one that stands for somebody" },
    actual: { value: isKnown ? outcome.user.name : outcome.problem === UNKNOWN_TOKEN ? "an unknown bearer token" : outcome.problem },
    ...(isKnown ? {} : { reason: "unknown-token" }),
  });
  if (!isKnown) throw REFUSALS.unauthorized();
  return outcome.user;
}
