import type { Iam } from "../accounts/account.js";
import type { SessionKeeper } from "../sessions/role-session.js";
import { isSessionToken } from "../sessions/session-token.js";
import type { AuthenticationProblem, Caller } from "./authentication.js";
import type { SignedRequest } from "./signed-request.js";

/** Where keys are looked up. */
export interface Keys {
  readonly iam: Iam;
  readonly sessions: SessionKeeper;
}

/** Finds whose key a request names. Temporary keys count only with their own session token; nothing is said yet about expiry. */
export async function findCaller(
  { authorization: { accessKeyId }, sessionToken }: SignedRequest,
  { iam, sessions }: Keys,
): Promise<Caller | AuthenticationProblem> {
  if (!accessKeyId.startsWith("ASIA")) {
    const user = iam.findUser(accessKeyId);
    return user === null ? unknownKey(accessKeyId) : { kind: "user", arn: user.arn, user, session: null };
  }
  const problem = sessionToken === null ? null : findTokenProblem(sessionToken);
  if (problem !== null) return problem;
  const session = await sessions.find({ accessKeyId, sessionToken });
  if (session === null) return { ...unknownKey(accessKeyId), expected: sessions.wanted };
  if (session.sessionToken !== sessionToken) {
    return {
      reason: "session-token-of-another-key",
      expected: `${shorten(session.sessionToken)}, issued with ${accessKeyId}`,
      actual: shorten(sessionToken ?? ""),
    };
  }
  if (session.accessKeyId !== accessKeyId) {
    return { reason: "session-token-of-another-key", expected: `a session token issued with ${accessKeyId}`, actual: `one issued with ${session.accessKeyId}` };
  }
  if (session.kind === "user") return { kind: "user", arn: session.federatedUser?.arn ?? session.user.arn, user: session.user, session };
  return { kind: "role-session", arn: session.assumedRoleArn, session };
}

/** A session token that comes with a user's key, which has none; AWS looks at it only when the signature is good. */
export function findStrayToken({ sessionToken, authorization }: SignedRequest): AuthenticationProblem | null {
  if (sessionToken === null) return null;
  const expected = `no session token with ${authorization.accessKeyId}`;
  return findTokenProblem(sessionToken) ?? { reason: "session-token-of-another-key", expected, actual: shorten(sessionToken) };
}

/** An empty token is a missing one. */
function findTokenProblem(token: string): AuthenticationProblem | null {
  if (token === "" || isSessionToken(token)) return null;
  return { reason: "malformed-session-token", expected: "a session token that STS issued", actual: shorten(token) };
}

function unknownKey(accessKeyId: string): AuthenticationProblem {
  return { reason: "unknown-access-key", expected: "an access key that exists", actual: accessKeyId };
}

/** Enough of a token's end to tell two apart, never the token. */
function shorten(token: string): string {
  return token === "" ? "none" : `…${token.slice(-8)} (${token.length} characters)`;
}
