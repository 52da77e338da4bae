import type { IamAction } from "../../iam-call.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requirePolicy } from "../../require-entity.js";
import { describePolicy } from "./describe-policy.js";
import { POLICY_ARN } from "./policy-parameters.js";

/** `GetPolicy`, of the account or of AWS. */
export const getPolicy: IamAction = ({ account, query }) => describePolicy(account, requirePolicy(account, readParameters(query, POLICY_ARN).PolicyArn));
