import type { CheckEvent } from "@irsa-sim/core";

/** How one element of a statement came out, as far as causes read it. */
export interface StatementElement {
  readonly element: "Principal" | "Action" | "Resource" | "Condition";
  readonly matched: boolean;
  /** RFC 6901, into the policy. */
  readonly pointer: string;
  readonly operator?: string;
  readonly conditionKey?: string;
  readonly expected: readonly string[];
  /** Empty when the request has none. */
  readonly actual: readonly string[];
}

/** The statement on which a policy decided. */
export interface DecisiveStatement {
  /** `role/my-pod-role/trust-policy`. */
  readonly policy: string;
  /** `/Statement/0`. */
  readonly pointer: string;
  readonly effect: "Allow" | "Deny";
  readonly elements: readonly StatementElement[];
}

/** The statement on which a trust policy refused, or came nearest to allowing, for a web identity or for a role; `null` for any other check, and where there is none. */
export function decisiveStatement({ check, details }: CheckEvent): DecisiveStatement | null {
  if (typeof details !== "object" || details === null) return null;
  if (check === "sts.trust-policy" || check === "eks-auth.trust-policy") return ((details as Partial<Decision>).decisive ?? null) as DecisiveStatement | null;
  return check === "sts.assume-role" ? ((details as Partial<LayeredDecision>).decidedBy?.decision.decisive ?? null) : null;
}

interface Decision {
  readonly decisive: DecisiveStatement | null;
}

/** Of policies of several kinds. */
interface LayeredDecision {
  readonly decidedBy: { readonly decision: Decision };
}

/** The conditions of a statement. */
export function conditionsOf({ elements }: DecisiveStatement): readonly StatementElement[] {
  return elements.filter(({ element }) => element === "Condition");
}
