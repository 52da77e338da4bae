import { percentEncode } from "../../../encoding/percent-encode.js";
import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireRole } from "../../require-entity.js";
import { ROLE_POLICY_NAME } from "./role-policy-name.js";

/** `GetRolePolicy`; the document is percent-encoded JSON (RFC 3986). */
export const getRolePolicy: IamAction = ({ account, query }) => {
  const { RoleName, PolicyName } = readParameters(query, ROLE_POLICY_NAME);
  const policy = requireRole(account, RoleName).inlinePolicies.get(PolicyName);
  if (policy === undefined) throw IAM_FAULTS.rolePolicyMissing(PolicyName);
  return { RoleName, PolicyName, PolicyDocument: percentEncode(JSON.stringify(policy.document)) };
};
