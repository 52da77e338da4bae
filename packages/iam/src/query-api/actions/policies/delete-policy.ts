import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireOwnPolicy } from "../../require-entity.js";
import { countAttachments, countBoundaries } from "./describe-policy.js";
import { POLICY_ARN } from "./policy-parameters.js";

/** `DeletePolicy`: only one that no role uses, and that has but one version. */
export const deletePolicy: IamAction = ({ account, query, span }) => {
  const { arn, id, versions } = requireOwnPolicy(account, readParameters(query, POLICY_ARN).PolicyArn);
  if (countAttachments(account, arn) + countBoundaries(account, arn) > 0) throw IAM_FAULTS.policyAttached();
  if (versions.length > 1) throw IAM_FAULTS.policyHasVersions();
  account.policies.delete(arn);
  span.change({ what: `Policy ${arn}`, before: { arn, id }, after: null });
  return null;
};
