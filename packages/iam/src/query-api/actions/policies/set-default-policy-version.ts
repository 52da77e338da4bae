import type { IamAction } from "../../iam-call.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { requireOwnPolicy } from "../../require-entity.js";
import { storePolicy } from "../../store-entity.js";
import { POLICY_VERSION, requireVersion } from "./policy-parameters.js";

/** `SetDefaultPolicyVersion`; live sessions are judged by it from now on. */
export const setDefaultPolicyVersion: IamAction = (call) => {
  const { PolicyArn, VersionId } = readParameters(call.query, POLICY_VERSION);
  const policy = requireOwnPolicy(call.account, PolicyArn);
  const { id: defaultVersionId } = requireVersion(policy, VersionId);
  const changed = { ...policy, defaultVersionId, updatedAt: call.clock.now() };
  storePolicy(call, changed, { before: { defaultVersionId: policy.defaultVersionId }, after: { defaultVersionId } });
  return null;
};
