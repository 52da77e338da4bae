/**
 * Whether the caller may use the key that an object is encrypted with: a second authorisation, which S3 asks KMS for in the caller's name.
 * Leaves out: grants, aliases, keys of other regions, bucket keys.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
import type { Json } from "@irsa-sim/core";
import { type AuthorizationDecision, authorize, callerContext, findCallerPolicies, requestContext } from "@irsa-sim/iam";
import type { KmsKey } from "../kms-key.js";
import { FAULTS, kmsAccessDenied } from "../s3-fault.js";
import type { S3Call } from "../s3-request.js";
import { accountOf, principalsOf } from "./caller-names.js";

/** What the key is wanted for. */
interface KeyUse {
  readonly action: "kms:Decrypt" | "kms:GenerateDataKey";
  /** `null` for S3's own key. */
  readonly key: KmsKey | null;
  readonly objectArn: string;
}

/** @throws {S3Fault} `AccessDenied`, in KMS's words */
export function checkEncryptionKey(call: S3Call, { action, key, objectArn }: KeyUse): void {
  if (key === null) return;
  const { caller } = call;
  // Only a signed request may use a key.
  if (caller === null) throw FAULTS.accessDenied();
  const decision = decide(call, { action, key, objectArn });
  const { allowed: passed, decidedBy } = decision;
  const { decisive, outcome } = decidedBy.decision;
  call.span.check({
    check: "s3.encryption-key",
    title: "the key's policy and the caller's allow its use",
    passed,
    expected: {
      value: `Allow ${action} on ${key.arn}`,
      from: { file: decisive?.policy ?? policyOf(key), ...(decisive === null ? {} : { pointer: decisive.pointer }) },
    },
    actual: { value: passed ? `${decisive?.policy} allows it` : decision.tail },
    ...(passed ? {} : { reason: outcome }),
    details: { caller: caller.arn, action, key: key.arn, decision: JSON.parse(JSON.stringify(decision)) as Json },
  });
  if (passed) return;
  if (accountOf(caller) !== key.accountId && decidedBy.layer === "resource-based policy") throw FAULTS.ciphertextKeyMissing();
  throw kmsAccessDenied({ callerArn: caller.arn, action, resource: key.arn, tail: decision.tail });
}

/** The key policy must allow in any case; where it names the account and not the caller, the caller's own policies must allow too. */
function decide({ options, request, caller }: S3Call, { action, key, objectArn }: KeyUse & { readonly key: KmsKey }): AuthorizationDecision {
  if (caller === null) throw new Error("an anonymous caller has no policies");
  const arns = principalsOf(caller);
  const context = new Map([
    ...requestContext({ request, region: options.region, now: options.clock.now() }),
    ...callerContext(caller),
    ["kms:ViaService", [`s3.${options.region}.amazonaws.com`]] as const,
    ["kms:CallerAccount", [accountOf(caller)]] as const,
    ["kms:EncryptionContext:aws:s3:arn", [objectArn]] as const,
  ]);
  const wanted = { action, resource: key.arn, principal: { kind: "AWS", arns }, context } as const;
  const resourcePolicy = { source: policyOf(key), document: key.policy };
  return authorize({
    request: wanted,
    ...findCallerPolicies(options.iam, caller),
    resourcePolicy,
    resourcePolicyMustAllow: true,
    isCrossAccount: accountOf(caller) !== key.accountId,
    resourceControlPolicies: options.iam.account(key.accountId)?.guardrails.resourceControlPolicies ?? null,
  });
}

/** `kms-key/ID/policy`. */
function policyOf({ arn }: KmsKey): string {
  return `kms-key/${arn.slice(arn.lastIndexOf("/") + 1)}/policy`;
}
