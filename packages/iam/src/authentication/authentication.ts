/**
 * Who signed a request: SigV4 and session token, checked in AWS's order; each service renders the outcome in its own words.
 * @see sts-and-iam.md, section 8.2: scope, token, binding, expiry, role, signature
 */
import type { Arn, EpochMillis, HttpRequest } from "@irsa-sim/core";
import type { User } from "../accounts/account.js";
import type { RoleSession } from "../sessions/role-session.js";
import type { UserSession } from "../sessions/user-session.js";
import type { SignedRequest } from "./signed-request.js";

/** A caller whose signature is good. */
export type Caller =
  | { readonly kind: "role-session"; readonly arn: Arn; readonly session: RoleSession }
  /** With temporary credentials, or with its own key; `arn` is the federated user's where the session has one. */
  | { readonly kind: "user"; readonly arn: Arn; readonly user: User; readonly session: UserSession | null };

/** What is wrong with a request's authentication, with the two values that differ. */
export interface AuthenticationProblem {
  readonly reason:
    | "unsigned"
    | "malformed-authorization"
    | "malformed-query"
    | "headers-not-signed"
    | "scope-date-differs"
    | "wrong-region"
    | "wrong-service"
    | "unknown-access-key"
    | "malformed-session-token"
    | "session-token-of-another-key"
    | "expired"
    | "role-deleted"
    | "clock-skewed"
    | "presigned-url-expired"
    | "signature-differs";
  readonly expected: string;
  readonly actual: string;
}

/** What was found. */
export type Authentication = { readonly caller: Caller; readonly signed: SignedRequest } | { readonly problem: AuthenticationProblem };

/** What the receiving service knows. */
export interface AuthenticationInput {
  readonly request: HttpRequest;
  readonly service: string;
  readonly region: string;
  readonly now: EpochMillis;
}

/** Finds out who signed a request. */
export type Authenticate = (input: AuthenticationInput) => Promise<Authentication>;
