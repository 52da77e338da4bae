import type { ManagedPolicy } from "../../../accounts/account.js";
import { createUniqueId } from "../../../accounts/identifiers/create-unique-id.js";
import { iamArn } from "../../../accounts/identifiers/iam-arn.js";
import type { IamAction } from "../../iam-call.js";
import { IAM_FAULTS } from "../../iam-fault.js";
import { optional, required } from "../../parameters/parameter-readers.js";
import { DOCUMENT, PATH, POLICY_DESCRIPTION, POLICY_NAME } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { tagList } from "../../parameters/tags.js";
import { parsePolicyDocument } from "../../parse-policy-document.js";
import { storePolicy } from "../../store-entity.js";
import { describePolicy } from "./describe-policy.js";

const PARAMETERS = {
  PolicyName: required(POLICY_NAME),
  Path: optional(PATH),
  PolicyDocument: required(DOCUMENT),
  Description: optional(POLICY_DESCRIPTION),
  Tags: tagList,
};

/** `CreatePolicy`: a managed policy with its first version; names are unique without regard to case. */
export const createPolicy: IamAction = (call) => {
  const { account, query, clock, random } = call;
  const { PolicyName: name, Path, PolicyDocument, Description, Tags } = readParameters(query, PARAMETERS);
  const document = parsePolicyDocument(PolicyDocument, { account, kind: "managed", source: `policy/${name}` });
  if ([...account.policies.values()].some((policy) => policy.name.toLowerCase() === name.toLowerCase())) throw IAM_FAULTS.policyExists(name);
  const path = Path ?? "/";
  const now = clock.now();
  const policy: ManagedPolicy = {
    arn: iamArn(account, `policy${path}${name}`),
    id: createUniqueId("ANPA", account.id, random),
    name,
    path,
    description: Description,
    versions: [{ id: "v1", document, createdAt: now }],
    defaultVersionId: "v1",
    lastVersion: 1,
    tags: Tags,
    createdAt: now,
    updatedAt: now,
  };
  storePolicy(call, policy, { before: null, after: { arn: policy.arn, id: policy.id, document } });
  return describePolicy(account, policy);
};
