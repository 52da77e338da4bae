import type { Role } from "../../../accounts/account.js";
import { createUniqueId } from "../../../accounts/identifiers/create-unique-id.js";
import { iamArn } from "../../../accounts/identifiers/iam-arn.js";
import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { optional, required } from "../../parameters/parameter-readers.js";
import { ARN, DOCUMENT, PATH, ROLE_DESCRIPTION } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { tagList } from "../../parameters/tags.js";
import { parsePolicyDocument } from "../../parse-policy-document.js";
import { storeRole } from "../../store-entity.js";
import { requireBoundary } from "../role-attachments/require-boundary.js";
import { describeNewRole } from "./describe-role.js";
import { MAX_SESSION_DURATION, ROLE_NAME } from "./role-name.js";

const DEFAULT_MAX_SESSION_SECONDS = 3600;
const MAX_ROLES = 1000;

const PARAMETERS = {
  ...ROLE_NAME,
  Path: optional(PATH),
  AssumeRolePolicyDocument: required(DOCUMENT),
  Description: optional(ROLE_DESCRIPTION),
  MaxSessionDuration: MAX_SESSION_DURATION,
  PermissionsBoundary: optional(ARN),
  Tags: tagList,
};

/** `CreateRole`; names are unique without regard to case. */
export const createRole: IamAction = (call) => {
  const { account, iam, query, clock, random } = call;
  const { RoleName: name, Path, AssumeRolePolicyDocument, Description, MaxSessionDuration, PermissionsBoundary, Tags } = readParameters(query, PARAMETERS);
  const source = `role/${name}/trust-policy`;
  const trustPolicy = parsePolicyDocument(AssumeRolePolicyDocument, { account, iam, kind: "trust", source });
  if ([...account.roles.keys()].some((existing) => existing.toLowerCase() === name.toLowerCase())) throw IAM_FAULTS.roleExists(name);
  if (account.roles.size >= MAX_ROLES) throw IAM_FAULTS.limitExceeded("RolesPerAccount", MAX_ROLES);
  const path = Path ?? "/";
  const role: Role = {
    arn: iamArn(account, `role${path}${name}`),
    id: createUniqueId("AROA", account.id, random),
    name,
    path,
    trustPolicy: { source, document: trustPolicy },
    inlinePolicies: new Map(),
    ...(PermissionsBoundary === null ? {} : { permissionsBoundaryArn: requireBoundary(account, PermissionsBoundary).arn }),
    ...(Description === null ? {} : { description: Description }),
    tags: Tags,
    maxSessionDurationSeconds: MaxSessionDuration ?? DEFAULT_MAX_SESSION_SECONDS,
    createdAt: clock.now(),
  };
  storeRole(call, role, { what: `Role ${role.arn}`, before: null, after: { arn: role.arn, id: role.id, trustPolicy } });
  return describeNewRole(role);
};
