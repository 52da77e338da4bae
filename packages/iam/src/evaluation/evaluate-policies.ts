/**
 * Policy evaluation: explicit deny, else allow, else implicit deny. Every element of every statement is evaluated, so that the decision explains itself.
 * Leaves out: several layers of policies; `authorize` combines them.
 * @see sts-and-iam.md, sections 5 and 6.1
 */

import { extend } from "@irsa-sim/core";
import { evaluateCondition } from "./conditions/evaluate-condition.js";
import type { ElementResult, PolicyDecision, PolicyRequest, StatementResult } from "./decision.js";
import { evaluateAction } from "./elements/evaluate-action.js";
import { evaluatePrincipal } from "./elements/evaluate-principal.js";
import { evaluateResource } from "./elements/evaluate-resource.js";
import { jsonPointer } from "./json-pointer.js";
import type { Variables } from "./patterns/read-pattern.js";
import { type Statement, statementsOf } from "./statement.js";
import type { StoredPolicy } from "./stored-policy.js";

/** Decides whether the policies allow the request. */
export function evaluatePolicies(policies: readonly StoredPolicy[], request: PolicyRequest): PolicyDecision {
  const context = new Map([...request.context].map(([key, values]) => [key.toLowerCase(), values]));
  const statements = policies.flatMap((policy) => evaluateDocument(policy, extend(request, { context })));
  const deny = statements.find(({ effect, applies }) => effect === "Deny" && applies);
  if (deny !== undefined) return { outcome: "explicit-deny", statements, decisive: deny };
  const allow = statements.find(({ effect, applies }) => effect === "Allow" && applies);
  if (allow !== undefined) return { outcome: "allowed", statements, decisive: allow };
  return { outcome: "implicit-deny", statements, decisive: nearestMiss(statements) };
}

function evaluateDocument({ source, document }: StoredPolicy, request: PolicyRequest): readonly StatementResult[] {
  // A document without Version counts as 2008-10-17, in which ${…} is plain text.
  const variables = document.Version === "2012-10-17" ? request.context : null;
  return statementsOf(document).map(({ statement, pointer }) => {
    const elements = evaluateElements(statement, pointer, { request, variables });
    return { policy: source, pointer, sid: statement.Sid ?? null, effect: statement.Effect, applies: elements.every(({ matched }) => matched), elements };
  });
}

function evaluateElements(
  statement: Statement,
  pointer: string,
  { request, variables }: { readonly request: PolicyRequest; readonly variables: Variables },
): readonly ElementResult[] {
  const { principal, action, resource, context } = request;
  return [
    ...(principal === null ? [] : [evaluatePrincipal(statement, pointer, principal)]),
    evaluateAction(statement, pointer, action),
    ...(resource === undefined ? [] : [evaluateResource(statement, pointer, { resource, variables })]),
    ...(statement.Condition === undefined ? [] : evaluateCondition(statement.Condition, { pointer: jsonPointer(pointer, "Condition"), context, variables })),
  ];
}

/** Of the allowing statements the one with the fewest elements that did not match; of several as near, one that shuts out whoever asks: it is about him. */
function nearestMiss(statements: readonly StatementResult[]): StatementResult | null {
  const missed = ({ elements }: StatementResult): number => {
    const unmatched = elements.filter(({ matched }) => !matched);
    return unmatched.length - (unmatched.some(shutsOut) ? 0.5 : 0);
  };
  const allowing = statements.filter(({ effect }) => effect === "Allow");
  return allowing.reduce<StatementResult | null>((nearest, statement) => (nearest === null || missed(statement) < missed(nearest) ? statement : nearest), null);
}

/** A negated operator fails on what is listed. */
function shutsOut({ operator = "", reason }: ElementResult): boolean {
  return reason === "value-differs" && /Not/i.test(operator);
}
