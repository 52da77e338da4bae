import type { Edit } from "@irsa-sim/core";
import type { AuthorizationDetails } from "./authorization-details.js";
import { escapeSegment } from "./pointer.js";
import { listed } from "./visible.js";

/** Why the statement that comes nearest to allowing a call does not: it is for other resources, or under a condition that is not met. */
export interface NearGrant {
  readonly kind: "resource" | "condition";
  /** The condition's key; empty for a resource. */
  readonly key: string;
  readonly expected: readonly string[];
  /** Empty when the request has none. */
  readonly actual: readonly string[];
  readonly policy: string;
  /** RFC 6901, of the values that are wanted. */
  readonly pointer: string;
}

/** Of the statements that name the action the one that misses least; `null` when none names it. */
export function nearestGrant({ decision: { decidedBy } }: AuthorizationDetails): NearGrant | null {
  const naming = decidedBy.decision.statements.filter(
    ({ effect, elements }) => effect === "Allow" && elements.some(({ element, matched }) => element === "Action" && matched),
  );
  const misses = naming.flatMap(({ policy, elements }) => {
    const missed = elements.filter(({ matched }) => !matched);
    // What misses in more than one way is near to nothing.
    const [only, ...more] = missed;
    if (only === undefined || more.length > 0) return [];
    const { element, conditionKey: key = "", expected, actual, pointer } = only;
    return element === "Action" || element === "Principal"
      ? []
      : [{ kind: element === "Condition" ? "condition" : "resource", key, expected, actual, policy, pointer } as const];
  });
  return misses.find(({ kind }) => kind === "condition") ?? misses[0] ?? null;
}

const PRINCIPAL_TAG = "aws:PrincipalTag/";

/** What meets a condition: the role's tag, where it asks for one that the role has not, and else the call's own value beside those that are wanted. */
export function conditionEdits({ caller }: AuthorizationDetails, { key, expected, actual, policy, pointer }: NearGrant): readonly Edit[] {
  const [value] = expected;
  const role = caller.includes(":assumed-role/") ? caller.split("/")[1] : undefined;
  if (actual.length === 0 && key.startsWith(PRINCIPAL_TAG) && role !== undefined && value !== undefined)
    return [{ source: `role/${role}`, pointer: `/Tags/${escapeSegment(key.slice(PRINCIPAL_TAG.length))}`, value }];
  return actual.length === 0 ? [] : [{ source: policy, pointer, value: [...expected, ...actual] }];
}

/** The same in words. */
export function conditionFix({ key, expected, actual }: NearGrant, place: string): string {
  if (actual.length > 0) return `${place}: add ${listed(actual)} to the values of ${key}, or let the call be as the condition wants it`;
  if (key.startsWith(PRINCIPAL_TAG)) return `give the role the tag ${key.slice(PRINCIPAL_TAG.length)} with the value ${listed(expected)} (aws iam tag-role)`;
  return `${place}: let ${key} be ${listed(expected)} where the call or its resource gets it from, or take the condition away`;
}
