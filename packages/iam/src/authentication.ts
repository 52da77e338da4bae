/** Who signed a request, with long-lived keys or with the temporary ones of a session, and which policies it brings. */
export { createAuthenticate } from "./authentication/authenticate.js";
export type { Authenticate, Authentication, AuthenticationInput, AuthenticationProblem, Caller } from "./authentication/authentication.js";
export { type CallerPolicies, findCallerPolicies } from "./authentication/find-caller-policies.js";
export { type ChunkSigning, sha256Hex, signChunk } from "./authentication/sign-chunk.js";
export { NO_GRANTS, type RoleSession, type SessionGrants, type SessionKeeper, type SessionRequest, type SessionStore } from "./sessions/role-session.js";
export { createSealedSessions, type SessionSealing } from "./sessions/sealed/create-sealed-sessions.js";
export { SESSION_KEY_BYTES } from "./sessions/sealed/session-keys.js";
export { callerContext } from "./sessions/session-context.js";
export { createSessionStore } from "./sessions/session-store.js";
export type { FederatedUser, UserSession } from "./sessions/user-session.js";
