import type { IamAction } from "../../iam-call.js";
import { required } from "../../parameters/parameter-readers.js";
import { DOCUMENT } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { parsePolicyDocument } from "../../parse-policy-document.js";
import { requireRole } from "../../require-entity.js";
import { storeRole } from "../../store-entity.js";
import { ROLE_NAME } from "./role-name.js";

/** `UpdateAssumeRolePolicy`: another trust policy; sessions that were issued live on. */
export const updateAssumeRolePolicy: IamAction = (call) => {
  const { RoleName, PolicyDocument } = readParameters(call.query, { ...ROLE_NAME, PolicyDocument: required(DOCUMENT) });
  const document = parsePolicyDocument(PolicyDocument, { account: call.account, iam: call.iam, kind: "trust", source: `role/${RoleName}/trust-policy` });
  const role = requireRole(call.account, RoleName);
  const trustPolicy = { ...role.trustPolicy, document };
  storeRole(call, { ...role, trustPolicy }, { what: `Role ${role.arn}`, before: { trustPolicy: role.trustPolicy.document }, after: { trustPolicy: document } });
  return null;
};
