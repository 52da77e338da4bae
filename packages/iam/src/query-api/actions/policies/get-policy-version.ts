import type { IamAction } from "../../iam-call.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requirePolicy } from "../../require-entity.js";
import { describeVersion } from "./describe-policy.js";
import { POLICY_VERSION, requireVersion } from "./policy-parameters.js";

/** `GetPolicyVersion`. */
export const getPolicyVersion: IamAction = ({ account, query }) => {
  const { PolicyArn, VersionId } = readParameters(query, POLICY_VERSION);
  const policy = requirePolicy(account, PolicyArn);
  return describeVersion(policy, requireVersion(policy, VersionId));
};
