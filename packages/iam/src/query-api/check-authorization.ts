import type { Span } from "@irsa-sim/core";
import type { Account, Iam } from "../accounts/account.js";
import type { Caller } from "../authentication/authentication.js";
import { findCallerPolicies } from "../authentication/find-caller-policies.js";
import { authorize } from "../evaluation/authorize.js";
import { callerContext } from "../sessions/session-context.js";
import { findCalledResource } from "./find-called-resource.js";
import { IAM_FAULTS } from "./iam-fault.js";
import type { QueryRequest } from "./query-protocol.js";

/** A call and who makes it. */
interface CheckedCall {
  readonly iam: Iam;
  readonly account: Account;
  readonly caller: Caller;
  readonly query: QueryRequest;
  readonly span: Span;
}

/** Whether the caller's own policies allow the call (sts-and-iam.md, sections 6.1 and 6.2). @throws {IamFault} `AccessDenied` */
export function checkAuthorization({ iam, account, caller, query, span }: CheckedCall): void {
  const action = `iam:${query.action}`;
  const resource = findCalledResource(account, query);
  const { allowed, decidedBy, tail } = authorize({
    request: { action, resource, principal: null, context: new Map(callerContext(caller)) },
    ...findCallerPolicies(iam, caller),
    resourcePolicy: null,
    isCrossAccount: false,
    resourceControlPolicies: null,
  });
  if (allowed) return;
  span.check({
    check: "iam.authorization",
    title: "the caller's policies allow the action",
    passed: false,
    expected: { value: `Allow ${action} on ${resource}` },
    actual: { value: tail },
    reason: decidedBy.decision.outcome,
  });
  throw IAM_FAULTS.accessDenied(caller.arn, action, resource, tail);
}
