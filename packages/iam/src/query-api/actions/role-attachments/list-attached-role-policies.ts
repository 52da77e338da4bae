import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { optional } from "../../parameters/parameter-readers.js";
import { PATH_PREFIX } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requirePolicy, requireRole } from "../../require-entity.js";
import { ROLE_NAME } from "../roles/role-name.js";

/** `ListAttachedRolePolicies`: the managed policies of a role. */
export const listAttachedRolePolicies: IamAction = ({ account, query }) => {
  const { RoleName, PathPrefix } = readParameters(query, { ...ROLE_NAME, PathPrefix: optional(PATH_PREFIX) });
  const attached = (requireRole(account, RoleName).attachedPolicyArns ?? []).map((arn) => requirePolicy(account, arn));
  const { items, rest } = paginate(
    query,
    attached.filter(({ path }) => path.startsWith(PathPrefix ?? "/")),
    ({ arn }) => arn,
  );
  return { AttachedPolicies: { member: items.map(({ name, arn }) => ({ PolicyName: name, PolicyArn: arn })) }, ...rest };
};
