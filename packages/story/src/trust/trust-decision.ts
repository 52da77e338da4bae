import type { CheckEvent, JsonObject, Step } from "@irsa-sim/core";

/** What STS decided from a role's trust policy, statement by statement, with the token's claims beside it: the evaluation's own record. */
export interface TrustDecision {
  /** Of the check. */
  readonly seq: number;
  readonly step: Step | null;
  readonly isAllowed: boolean;
  /** `allowed`, `implicit-deny` or `explicit-deny`. */
  readonly outcome: string;
  /** Says where the values that it came down to were written. */
  readonly check: CheckEvent;
  /** Of the token that was sent; `null` when the trace has none. */
  readonly claims: JsonObject | null;
  readonly statements: readonly TrustStatement[];
}

export interface TrustStatement {
  /** `role/my-pod-role/trust-policy`. */
  readonly policy: string;
  readonly pointer: string;
  readonly sid: string | null;
  readonly effect: string;
  readonly applies: boolean;
  readonly isDecisive: boolean;
  readonly elements: readonly TrustElement[];
}

/** One element or condition of a statement. */
export interface TrustElement {
  /** `Principal`, `Action`, `Condition`. */
  readonly element: string;
  readonly pointer: string;
  /** Of a condition, such as `StringEquals`; `null` for others. */
  readonly operator: string | null;
  readonly conditionKey: string | null;
  readonly isMet: boolean;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  /** The token's claim that is compared, such as `sub`; `null` where none is. */
  readonly claim: string | null;
}
