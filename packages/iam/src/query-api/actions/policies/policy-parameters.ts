import type { ManagedPolicy, ManagedPolicyVersion } from "../../../accounts/account.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { required } from "../../parameters/parameter-readers.js";
import { ARN, VERSION_ID } from "../../parameters/parameter-rules.js";

/** The parameter that says which policy a call is about. */
export const POLICY_ARN = { PolicyArn: required(ARN) } as const;

/** The parameters that say which version of which policy a call is about. */
export const POLICY_VERSION = { ...POLICY_ARN, VersionId: required(VERSION_ID) } as const;

/** @throws {IamFault} `NoSuchEntity` */
export function requireVersion(policy: ManagedPolicy, versionId: string): ManagedPolicyVersion {
  const version = policy.versions.find(({ id }) => id === versionId);
  if (version === undefined) throw IAM_FAULTS.policyVersionMissing(policy.arn, versionId);
  return version;
}
