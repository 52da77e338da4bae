/**
 * Whether the caller may use the key that an object is encrypted with: a second authorisation, which S3 asks KMS for in the caller's name.
 * Leaves out: grants, aliases, keys of other regions, bucket keys.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
import { dnsSuffixOf, type Json } from "@irsa-sim/core";
import { type AuthorizationDecision, accountOf, authorizeCall } from "@irsa-sim/iam";
import type { KmsKey } from "../kms-key.js";
import { FAULTS, kmsAccessDenied } from "../s3-fault.js";
import type { S3Call } from "../s3-request.js";

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
  const { iam, region, clock } = options;
  return authorizeCall({
    ...{ iam, request: request, region, now: clock.now(), caller, action, resource: key.arn },
    owner: { accountId: key.accountId, policySource: policyOf(key), policy: key.policy, policyMustAllow: true },
    context: [
      ["aws:ViaAWSService", ["true"]],
      ["aws:SourceIp", []],
      ["kms:ViaService", [`s3.${region}.${dnsSuffixOf(region)}`]],
      ["kms:CallerAccount", [accountOf(caller)]],
      ["kms:KeyOrigin", ["AWS_KMS"]],
      ["kms:KeySpec", ["SYMMETRIC_DEFAULT"]],
      ["kms:KeyUsage", ["ENCRYPT_DECRYPT"]],
      ["kms:EncryptionAlgorithm", action === "kms:Decrypt" ? ["SYMMETRIC_DEFAULT"] : []],
      ["kms:EncryptionContextKeys", ["aws:s3:arn"]],
      ["kms:EncryptionContext:aws:s3:arn", [objectArn]],
    ],
  });
}

/** `kms-key/ID/policy`. */
function policyOf({ arn }: KmsKey): string {
  return `kms-key/${arn.slice(arn.lastIndexOf("/") + 1)}/policy`;
}
