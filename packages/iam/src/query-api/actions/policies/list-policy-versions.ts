import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requirePolicy } from "../../require-entity.js";
import { describeListedVersion } from "./describe-policy.js";
import { POLICY_ARN } from "./policy-parameters.js";

/** More than a policy ever gets; versions are listed newest first. */
const HIGHEST_VERSION = 1_000_000;

/** `ListPolicyVersions`, newest first. */
export const listPolicyVersions: IamAction = ({ account, query }) => {
  const policy = requirePolicy(account, readParameters(query, POLICY_ARN).PolicyArn);
  const { items, rest } = paginate(query, policy.versions, ({ id }) => String(HIGHEST_VERSION - Number(id.slice(1))).padStart(7, "0"));
  return { Versions: { member: items.map((version) => describeListedVersion(policy, version)) }, ...rest };
};
