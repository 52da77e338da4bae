import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { readRole } from "../roles/role-name.js";

/** `ListRolePolicies`: the names of the inline policies. */
export const listRolePolicies: IamAction = (call) => {
  const { items, rest } = paginate(call.query, readRole(call).inlinePolicies.keys(), (name) => name);
  return { PolicyNames: { member: items }, ...rest };
};
