/** Whether the caller's policies, and the bucket's, allow the action, as they are now (sts-and-iam.md, section 6). */
import type { Json } from "@irsa-sim/core";
import { type AuthorizationDecision, accountOf, authorizeCall, type Caller, type ConditionKeys, noteUnseenChange } from "@irsa-sim/iam";
import type { Bucket } from "../bucket.js";
import { NO_TAGS, type Tags } from "../operations/tagging/read-tags.js";
import { accessDenied, FAULTS } from "../s3-fault.js";
import type { S3Call } from "../s3-request.js";
import { s3ConditionKeys } from "./s3-condition-keys.js";

/** What is to be done, and on what. */
export interface S3Action {
  /** `s3:GetObject`. */
  readonly action: string;
  /** `arn:aws:s3:::my-bucket/hello.txt`; `*` for the service itself. */
  readonly resource: string;
  /** `null` for the service itself. */
  readonly bucket: Bucket | null;
  /** The object that it is about; the request's own when absent. */
  readonly key?: string;
  /** Tags that the request gives the object; none when absent. */
  readonly requestTags?: Tags;
  /** Keys of the action's own, such as `s3:prefix`. */
  readonly context?: ConditionKeys;
}

/** @throws {S3Fault} `AccessDenied` */
export function checkAuthorization(call: S3Call, wanted: S3Action): void {
  const { action, resource } = wanted;
  const decision = decide(call, wanted);
  const { allowed: passed, decidedBy } = decision;
  const { decisive, outcome } = decidedBy.decision;
  call.span.check({
    check: "s3.authorization",
    title: "the caller's policies allow the action",
    passed,
    expected: {
      value: `Allow ${action} on ${resource}`,
      from: { file: decisive?.policy ?? policyHolder(call.caller), ...(decisive === null ? {} : { pointer: decisive.pointer }) },
    },
    actual: { value: passed ? `${decisive?.policy} allows it` : explainDenial(decidedBy, call.caller) },
    ...(passed ? {} : { reason: outcome }),
    details: { caller: call.caller?.arn ?? "anonymous", action, resource, decision: decision as unknown as Json },
  });
  if (passed) return;
  if (call.caller?.kind === "role-session") noteUnseenChange(call.options.iam, call.caller.session.roleArn, call.span);
  throw denied(call, wanted, decision);
}

/** A stranger, and somebody of another account, learns nothing. */
export function denied({ caller }: S3Call, { action, resource, bucket }: S3Action, { tail }: AuthorizationDecision) {
  if (caller === null || (bucket !== null && accountOf(caller) !== bucket.accountId)) return FAULTS.accessDenied();
  return accessDenied({ callerArn: caller.arn, action, resource: resource === "*" ? null : resource, tail });
}

/** Whether an action is allowed, and by which policies; nothing is recorded. */
export function decide(
  call: S3Call,
  { action, resource, bucket, key = call.target.key, requestTags = NO_TAGS, context = [] }: S3Action,
): AuthorizationDecision {
  const { options, request, caller } = call;
  const { iam, region, clock } = options;
  const accountId = bucket?.accountId ?? (caller === null ? null : accountOf(caller));
  return authorizeCall({
    ...{ iam, request, region, now: clock.now(), caller, action, resource },
    owner: bucket === null ? null : { accountId: bucket.accountId, policySource: `bucket/${bucket.name}/policy`, policy: bucket.policy },
    context: [...s3ConditionKeys(call, { action, accountId, requestTags, existingTags: bucket?.objects.get(key)?.tags ?? NO_TAGS }), ...context],
  });
}

function explainDenial({ layer, decision }: AuthorizationDecision["decidedBy"], caller: Caller | null): string {
  if (decision.outcome === "explicit-deny") return `${decision.decisive?.policy} denies it`;
  if (layer !== "identity-based policy") return `no ${layer} allows it`;
  return `no policy of ${policyHolder(caller)} allows it`;
}

/** `role/my-pod-role` or `user/developer`. */
function policyHolder(caller: Caller | null): string {
  if (caller === null) return "nobody";
  return caller.kind === "user" ? `user/${caller.user.name}` : `role/${caller.session.roleArn.slice(caller.session.roleArn.lastIndexOf("/") + 1)}`;
}
