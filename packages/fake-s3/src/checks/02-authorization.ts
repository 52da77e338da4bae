/** Whether the caller's own policies allow the action, as they are now (sts-and-iam.md, section 6). */
import { type Json, toEpochSeconds, toRfc3339 } from "@irsa-sim/core";
import { type Caller, evaluatePolicies, type PolicyDecision, type StoredPolicy } from "@irsa-sim/iam";
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
  const passed = decision.outcome === "allowed";
  s3.span.check({
    check: "s3.authorization",
    title: "the caller's policies allow the action",
    passed,
    expected: {
      value: `Allow ${action} on ${resource}`,
      from: { file: decision.decisive?.policy ?? policyHolder(caller), ...(decision.decisive === null ? {} : { pointer: decision.decisive.pointer }) },
    },
    actual: { value: passed ? `${decision.decisive?.policy} allows it` : explainDenial(decision, caller) },
    ...(passed ? {} : { reason: decision.outcome }),
    details: { caller: caller.arn, action, resource, decision: decision as unknown as Json },
  });
  if (!passed) throw accessDenied({ callerArn: caller.arn, action, resource, isExplicit: decision.outcome === "explicit-deny" });
}

/** Whether an action would be allowed; nothing is recorded. */
export function mayDo(s3: S3Request, caller: Caller, wanted: S3Action): boolean {
  return decide(s3, caller, wanted).outcome === "allowed";
}

function decide({ options, request }: S3Request, caller: Caller, { action, resource }: S3Action): PolicyDecision {
  const now = options.clock.now();
  const context = new Map<string, readonly string[]>([
    ["aws:CurrentTime", [toRfc3339(now)]],
    ["aws:EpochTime", [String(toEpochSeconds(now))]],
    ["aws:SecureTransport", [String(request.url.startsWith("https:"))]],
    ["aws:RequestedRegion", [options.region]],
    ...callerContext(caller),
  ]);
  return evaluatePolicies(policiesOf(options.iam, caller), { action, resource, principal: null, context });
}

function policiesOf(iam: S3Request["options"]["iam"], caller: Caller): readonly StoredPolicy[] {
  if (caller.kind === "user") return caller.user.policies;
  return [...(iam.findRole(caller.session.roleArn)?.inlinePolicies.values() ?? [])];
}

function callerContext(caller: Caller): readonly (readonly [string, readonly string[]])[] {
  if (caller.kind === "user")
    return [
      ["aws:PrincipalArn", [caller.arn]],
      ["aws:userid", [caller.user.id]],
      ["aws:username", [caller.user.name]],
      ["aws:PrincipalType", ["User"]],
    ];
  const { session } = caller;
  const { webIdentity } = session;
  const account = session.roleArn.split(":")[4] ?? "";
  return [
    ["aws:PrincipalArn", [session.roleArn]],
    ["aws:userid", [`${session.roleId}:${session.sessionName}`]],
    ["aws:PrincipalType", ["AssumedRole"]],
    ["aws:PrincipalAccount", [account]],
    ["aws:TokenIssueTime", [toRfc3339(session.issuedAt)]],
    ...(webIdentity === null
      ? []
      : ([
          ["aws:FederatedProvider", [webIdentity.providerArn]],
          [`${webIdentity.providerUrl}:sub`, [webIdentity.subject]],
          [`${webIdentity.providerUrl}:aud`, [webIdentity.audience]],
        ] as const)),
  ];
}

function explainDenial({ outcome, decisive }: PolicyDecision, caller: Caller): string {
  if (outcome === "explicit-deny") return `${decisive?.policy} denies it`;
  return `no policy of ${policyHolder(caller)} allows it`;
}

/** `role/my-pod-role` or `user/developer`. */
function policyHolder(caller: Caller): string {
  return caller.kind === "user" ? `user/${caller.user.name}` : `role/${caller.session.roleArn.slice(caller.session.roleArn.lastIndexOf("/") + 1)}`;
}
