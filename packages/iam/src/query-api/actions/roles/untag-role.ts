import type { IamAction } from "../../iam-call.js";
import { listOf } from "../../parameters/parameter-readers.js";
import { TAG_KEY } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { removeTags } from "../../parameters/tags.js";
import { requireRole } from "../../require-entity.js";
import { storeRole, traceTags } from "../../store-entity.js";
import { ROLE_NAME } from "./role-name.js";

/** `UntagRole`. */
export const untagRole: IamAction = (call) => {
  const { RoleName, TagKeys } = readParameters(call.query, { ...ROLE_NAME, TagKeys: listOf(TAG_KEY) });
  const role = requireRole(call.account, RoleName);
  const tags = removeTags(role.tags, TagKeys);
  storeRole(call, { ...role, tags }, { what: `Role ${role.arn}`, before: { tags: traceTags(role.tags) }, after: { tags: traceTags(tags) } });
  return null;
};
