import { toRfc3339 } from "@irsa-sim/core";
import type { Role } from "../../accounts/account.js";
import { type IamAction, requiredParameter } from "../iam-call.js";
import { IAM_FAULTS } from "../iam-fault.js";
import type { QueryMember } from "../render-query-response.js";

/** `GetRole`. */
export const getRole: IamAction = ({ account, query }) => {
  const name = requiredParameter(query, "RoleName");
  const role = account.roles.get(name);
  if (role === undefined) throw IAM_FAULTS.roleMissing(name);
  return describeRole(role);
};

/** A role as the API shows it; the trust policy is percent-encoded JSON. */
export function describeRole({ path, name, id, arn, createdAt, trustPolicy, maxSessionDurationSeconds, tags }: Role): { readonly [name: string]: QueryMember } {
  return {
    Role: {
      Path: path,
      RoleName: name,
      RoleId: id,
      Arn: arn,
      CreateDate: toRfc3339(createdAt),
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trustPolicy.document)),
      MaxSessionDuration: maxSessionDurationSeconds,
      Tags: tags.size === 0 ? null : { member: [...tags].map(([Key, Value]) => ({ Key, Value })) },
    },
  };
}
