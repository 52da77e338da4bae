import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { describeTags } from "../../parameters/tags.js";
import { readRole } from "./role-name.js";

/** `ListRoleTags`. */
export const listRoleTags: IamAction = (call) => {
  const { items, rest } = paginate(call.query, readRole(call).tags, ([key]) => key);
  return { Tags: describeTags(items), ...rest };
};
