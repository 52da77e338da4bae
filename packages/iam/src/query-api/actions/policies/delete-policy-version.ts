import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireOwnPolicy } from "../../require-entity.js";
import { storePolicy } from "../../store-entity.js";
import { POLICY_VERSION, requireVersion } from "./policy-parameters.js";

/** `DeletePolicyVersion`; the default version stays. */
export const deletePolicyVersion: IamAction = (call) => {
  const { PolicyArn, VersionId } = readParameters(call.query, POLICY_VERSION);
  const policy = requireOwnPolicy(call.account, PolicyArn);
  const { id, document } = requireVersion(policy, VersionId);
  if (id === policy.defaultVersionId) throw IAM_FAULTS.policyVersionIsDefault();
  const versions = policy.versions.filter((version) => version.id !== id);
  storePolicy(call, { ...policy, versions }, { before: { version: id, document }, after: { version: null } });
  return null;
};
