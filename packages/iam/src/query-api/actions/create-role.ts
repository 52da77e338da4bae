import type { Arn } from "@irsa-sim/core";
import type { Role } from "../../accounts/account.js";
import { createUniqueId } from "../../accounts/identifiers/create-unique-id.js";
import { type IamAction, requiredParameter } from "../iam-call.js";
import { IAM_FAULTS } from "../iam-fault.js";
import { parsePolicyDocument } from "../parse-policy-document.js";
import { tagParameter } from "../query-protocol.js";
import { describeRole } from "./get-role.js";

const DEFAULT_MAX_SESSION_SECONDS = 3600;

/** `CreateRole`; names are unique without regard to case. */
export const createRole: IamAction = ({ account, query, clock, random, span }) => {
  const name = requiredParameter(query, "RoleName");
  const trustPolicy = parsePolicyDocument(requiredParameter(query, "AssumeRolePolicyDocument"), "trust");
  if ([...account.roles.keys()].some((existing) => existing.toLowerCase() === name.toLowerCase())) throw IAM_FAULTS.roleExists(name);
  const path = query.parameters.get("Path") ?? "/";
  const maxSessionDurationSeconds = Number(query.parameters.get("MaxSessionDuration") ?? DEFAULT_MAX_SESSION_SECONDS);
  if (!(maxSessionDurationSeconds >= 3600 && maxSessionDurationSeconds <= 43_200)) {
    throw IAM_FAULTS.invalidParameter(
      `Value '${maxSessionDurationSeconds}' at 'maxSessionDuration' failed to satisfy constraint: Member must have value between 3600 and 43200`,
    );
  }
  const role: Role = {
    arn: `arn:aws:iam::${account.id}:role${path}${name}` as Arn,
    id: createUniqueId("AROA", account.id, random),
    name,
    path,
    trustPolicy: { source: `role/${name}/trust-policy`, document: trustPolicy },
    inlinePolicies: new Map(),
    tags: tagParameter(query),
    maxSessionDurationSeconds,
    createdAt: clock.now(),
  };
  account.roles.set(name, role);
  span.change({ what: `Role ${role.arn}`, before: null, after: { arn: role.arn, id: role.id, trustPolicy } });
  return describeRole(role);
};
