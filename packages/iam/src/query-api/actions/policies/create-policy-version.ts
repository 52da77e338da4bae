import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { flag, required } from "../../parameters/parameter-readers.js";
import { DOCUMENT } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { parsePolicyDocument } from "../../parse-policy-document.js";
import { requireOwnPolicy } from "../../require-entity.js";
import { storePolicy } from "../../store-entity.js";
import { describeListedVersion } from "./describe-policy.js";
import { POLICY_ARN } from "./policy-parameters.js";

const MAX_VERSIONS = 5;

/** `CreatePolicyVersion`; the new version is in force only if it is set as default. */
export const createPolicyVersion: IamAction = (call) => {
  const { account, query, clock } = call;
  const parameters = { ...POLICY_ARN, PolicyDocument: required(DOCUMENT), SetAsDefault: flag };
  const { PolicyArn, PolicyDocument, SetAsDefault } = readParameters(query, parameters);
  const document = parsePolicyDocument(PolicyDocument, { account, kind: "managed", source: PolicyArn.slice(PolicyArn.indexOf("policy/")) });
  const policy = requireOwnPolicy(account, PolicyArn);
  if (policy.versions.length >= MAX_VERSIONS) throw IAM_FAULTS.tooManyPolicyVersions(MAX_VERSIONS);
  const lastVersion = policy.lastVersion + 1;
  const version = { id: `v${lastVersion}`, document, createdAt: clock.now() };
  const defaultVersionId = SetAsDefault ? version.id : policy.defaultVersionId;
  const changed = { ...policy, versions: [...policy.versions, version], lastVersion, defaultVersionId, updatedAt: version.createdAt };
  storePolicy(call, changed, { before: { defaultVersionId: policy.defaultVersionId }, after: { defaultVersionId, version: version.id, document } });
  return { PolicyVersion: describeListedVersion(changed, version) };
};
