import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { optional } from "../../parameters/parameter-readers.js";
import { PATH_PREFIX } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { describeListedRole } from "./describe-role.js";

/** `ListRoles`, by name. */
export const listRoles: IamAction = ({ account, query }) => {
  const { PathPrefix } = readParameters(query, { PathPrefix: optional(PATH_PREFIX) });
  const roles = [...account.roles.values()].filter(({ path }) => path.startsWith(PathPrefix ?? "/"));
  const { items, rest } = paginate(query, roles, ({ name }) => name);
  return { Roles: { member: items.map(describeListedRole) }, ...rest };
};
