import type { EpochMillis, HttpRequest, Span } from "@irsa-sim/core";
import type { Account, Iam } from "../accounts/account.js";
import type { Caller } from "../authentication/authentication.js";
import { authorizeCall } from "../authorization/authorize-call.js";
import { findCalledResource } from "./find-called-resource.js";
import { iamConditionKeys } from "./iam-condition-keys.js";
import { IAM_FAULTS } from "./iam-fault.js";
import type { QueryRequest } from "./query-protocol.js";

/** A call and who makes it. */
interface CheckedCall {
  readonly iam: Iam;
  readonly account: Account;
  readonly caller: Caller;
  readonly request: HttpRequest;
  /** That signatures for IAM name. */
  readonly region: string;
  readonly now: EpochMillis;
  readonly query: QueryRequest;
  readonly span: Span;
}

/** Whether the caller's own policies allow the call (sts-and-iam.md, sections 6.1 and 6.2). @throws {IamFault} `AccessDenied` */
export function checkAuthorization({ account, query, span, ...call }: CheckedCall): void {
  const action = `iam:${query.action}`;
  const resource = findCalledResource(account, query);
  const { allowed, decidedBy, tail } = authorizeCall({ ...call, action, resource, owner: null, context: iamConditionKeys(account, query) });
  if (allowed) return;
  span.check({
    check: "iam.authorization",
    title: "the caller's policies allow the action",
    passed: false,
    expected: { value: `Allow ${action} on ${resource}` },
    actual: { value: tail },
    reason: decidedBy.decision.outcome,
  });
  throw IAM_FAULTS.accessDenied(call.caller.arn, action, resource, tail);
}
