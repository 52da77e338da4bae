import type { IamAction } from "../../iam-call.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { addTags, tagList } from "../../parameters/tags.js";
import { requireRole } from "../../require-entity.js";
import { storeRole, traceTags } from "../../store-entity.js";
import { ROLE_NAME } from "./role-name.js";

/** `TagRole`; sessions that were issued keep the tags they have. */
export const tagRole: IamAction = (call) => {
  const { RoleName, Tags } = readParameters(call.query, { ...ROLE_NAME, Tags: tagList });
  const role = requireRole(call.account, RoleName);
  const tags = addTags(role.tags, Tags);
  storeRole(call, { ...role, tags }, { what: `Role ${role.arn}`, before: { tags: traceTags(role.tags) }, after: { tags: traceTags(tags) } });
  return null;
};
