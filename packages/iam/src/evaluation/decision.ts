/**
 * What a policy evaluation found, statement by statement and element by element: the evaluation's own record, from which
 * every explanation is made. Nothing here is computed a second time.
 * @see sts-and-iam.md, sections 5 and 6
 */
import type { Arn } from "@irsa-sim/core";
import type { ConditionMismatch } from "./conditions/evaluate-condition-key.js";

/** The elements of a statement that are matched against a request, in the order of matching. */
export type StatementElement = "Principal" | "Action" | "Resource" | "Condition";

/** How one element of a statement came out. */
export interface ElementResult {
  readonly element: StatementElement;
  readonly matched: boolean;
  /** JSON pointer into the policy document, for example `/Statement/0/Condition/StringEquals/example.com:sub`. */
  readonly pointer: string;
  /** For a condition: the operator, for example `StringEquals`. */
  readonly operator?: string;
  /** For a condition: the key as the policy spells it. */
  readonly conditionKey?: string;
  /** What the policy wants: its values. */
  readonly expected: readonly string[];
  /** What the request has; empty when the key is missing. */
  readonly actual: readonly string[];
  /** Of a principal that matched: the policy's value that names the caller. */
  readonly matchedBy?: string;
  /** Why it did not match. */
  readonly reason?: ConditionMismatch;
  /** Variables of the policy's values that have no value in this request, such as `aws:PrincipalTag/team`; absent for none. */
  readonly unsetVariables?: readonly string[];
}

/** How one statement came out. */
export interface StatementResult {
  /** `StoredPolicy.source`. */
  readonly policy: string;
  /** `/Statement/0`. */
  readonly pointer: string;
  readonly sid: string | null;
  readonly effect: "Allow" | "Deny";
  /** All elements matched. */
  readonly applies: boolean;
  readonly elements: readonly ElementResult[];
}

/** Why a request is allowed or not. */
export interface PolicyDecision {
  readonly outcome: "allowed" | "explicit-deny" | "implicit-deny";
  /** All statements of all policies, in document order. */
  readonly statements: readonly StatementResult[];
  /** The statement that decided: the allowing or denying one; for an implicit deny the nearest miss (of the Allow statements the one with most elements matched, first of equals); `null` without Allow statements. */
  readonly decisive: StatementResult | null;
}

/** A request as policies see it. */
export interface PolicyRequest {
  /** `sts:AssumeRoleWithWebIdentity`. */
  readonly action: string;
  /** `arn:aws:s3:::my-bucket/hello.txt`; absent for a trust policy, whose resource is the role itself. */
  readonly resource?: string;
  /**
   * ARNs by which `Principal` may name the caller; a federated principal is the OIDC provider's ARN. For policies of a resource (trust
   * policy, bucket policy), whose statements must name a principal. `null` for policies of an identity, whose statements have none.
   */
  readonly principal: PolicyPrincipal | null;
  /** Condition context: key to its values; key names compare without regard to case. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/** Who asks, by the names that a policy may have for it. */
export interface PolicyPrincipal {
  readonly kind: "Federated" | "AWS" | "Service";
  /** Of a session its role's and its own; none for a stranger. */
  readonly arns: readonly Arn[];
  /** Such a principal is hit by every Deny with `NotPrincipal`; not so when absent. */
  readonly hasPermissionsBoundary?: boolean;
}
