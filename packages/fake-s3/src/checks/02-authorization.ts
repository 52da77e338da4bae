/** Whether the caller's own policies allow the action, as they are now (sts-and-iam.md, section 6). */
import { type Json, toEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import { type AuthorizationDecision, authorize, type Caller, callerContext, type StoredPolicy } from "@irsa-sim/iam";
import { accessDenied } from "../s3-fault.js";
import type { S3Request } from "../s3-request.js";

/** What is to be done, and on what. */
export interface S3Action {
  /** `s3:GetObject`. */
  readonly action: string;
  /** `arn:aws:s3:::my-bucket/hello.txt`. */
  readonly resource: string;
}

/** @throws {S3Fault} `AccessDenied` */
export function checkAuthorization(s3: S3Request, caller: Caller, { action, resource }: S3Action): void {
  const decision = decide(s3, caller, { action, resource });
  const { allowed: passed, decidedBy } = decision;
  const { decisive, outcome } = decidedBy.decision;
  s3.span.check({
    check: "s3.authorization",
    title: "the caller's policies allow the action",
    passed,
    expected: {
      value: `Allow ${action} on ${resource}`,
      from: { file: decisive?.policy ?? policyHolder(caller), ...(decisive === null ? {} : { pointer: decisive.pointer }) },
    },
    actual: { value: passed ? `${decisive?.policy} allows it` : explainDenial(decidedBy, caller) },
    ...(passed ? {} : { reason: outcome }),
    details: { caller: caller.arn, action, resource, decision: decision as unknown as Json },
  });
  if (!passed) throw accessDenied({ callerArn: caller.arn, action, resource, tail: decision.tail });
}

/** Whether an action is allowed, and by which policies; nothing is recorded. */
export function decide({ options, request }: S3Request, caller: Caller, { action, resource }: S3Action): AuthorizationDecision {
  const now = options.clock.now();
  const context = new Map<string, readonly string[]>([
    ["aws:CurrentTime", [toRfc3339(now)]],
    ["aws:EpochTime", [String(toEpochSeconds(now))]],
    ["aws:SecureTransport", [String(request.url.startsWith("https:"))]],
    ["aws:RequestedRegion", [options.region]],
    ...callerContext(caller),
  ]);
  return authorize({
    request: { action, resource, principal: null, context },
    identityPolicies: policiesOf(options.iam, caller),
    permissionsBoundary: null,
    sessionPolicies: caller.kind === "user" ? null : caller.session.grants.policies,
    resourcePolicy: null,
    isCrossAccount: false,
    serviceControlPolicies: null,
    resourceControlPolicies: null,
  });
}

function policiesOf(iam: S3Request["options"]["iam"], caller: Caller): readonly StoredPolicy[] {
  if (caller.kind === "user") return caller.user.policies;
  return [...(iam.findRole(caller.session.roleArn)?.inlinePolicies.values() ?? [])];
}

function explainDenial({ layer, decision }: AuthorizationDecision["decidedBy"], caller: Caller): string {
  if (decision.outcome === "explicit-deny") return `${decision.decisive?.policy} denies it`;
  if (layer !== "identity-based policy") return `no ${layer} allows it`;
  return `no policy of ${policyHolder(caller)} allows it`;
}

/** `role/my-pod-role` or `user/developer`. */
function policyHolder(caller: Caller): string {
  return caller.kind === "user" ? `user/${caller.user.name}` : `role/${caller.session.roleArn.slice(caller.session.roleArn.lastIndexOf("/") + 1)}`;
}
