import type { StoredPolicy } from "../../../evaluation/stored-policy.js";
import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { required } from "../../parameters/parameter-readers.js";
import { DOCUMENT } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { parsePolicyDocument } from "../../parse-policy-document.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { ROLE_POLICY_NAME } from "./role-policy-name.js";

/** Of all inline policies of a role together, as compact JSON. */
const MAX_CHARACTERS = 10_240;

/** `PutRolePolicy`: adds or replaces an inline policy; live sessions of the role are judged by it from now on. */
export const putRolePolicy: IamAction = (call) => {
  const { RoleName, PolicyName, PolicyDocument } = readParameters(call.query, { ...ROLE_POLICY_NAME, PolicyDocument: required(DOCUMENT) });
  const source = `role/${RoleName}/policy/${PolicyName}`;
  const document = parsePolicyDocument(PolicyDocument, { account: call.account, kind: "identity", source });
  const role = requireRole(call.account, RoleName);
  const inlinePolicies = new Map(role.inlinePolicies).set(PolicyName, { source, document });
  if (charactersOf(inlinePolicies.values()) > MAX_CHARACTERS) throw IAM_FAULTS.inlinePoliciesTooLong(MAX_CHARACTERS, RoleName);
  const before = role.inlinePolicies.get(PolicyName)?.document ?? null;
  storeRole(call, { ...role, inlinePolicies }, { what: `RolePolicy ${RoleName}/${PolicyName}`, before, after: document });
  return null;
};

function charactersOf(policies: Iterable<StoredPolicy>): number {
  return [...policies].reduce((sum, { document }) => sum + JSON.stringify(document).length, 0);
}
