import { awsManagedPolicies } from "../../../accounts/aws-managed-policies.js";
import type { IamAction } from "../../iam-call.js";
import { paginate } from "../../parameters/pagination.js";
import { flag, oneOf, optional } from "../../parameters/parameter-readers.js";
import { PATH_PREFIX } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import { countAttachments, countBoundaries, describeListedPolicy } from "./describe-policy.js";

const PARAMETERS = {
  Scope: oneOf(["All", "AWS", "Local"]),
  OnlyAttached: flag,
  PathPrefix: optional(PATH_PREFIX),
  PolicyUsageFilter: oneOf(["PermissionsPolicy", "PermissionsBoundary"]),
};

/** `ListPolicies`: the account's own and AWS's. */
export const listPolicies: IamAction = ({ account, query }) => {
  const { Scope, OnlyAttached, PathPrefix, PolicyUsageFilter } = readParameters(query, PARAMETERS);
  const own = Scope === "AWS" ? [] : [...account.policies.values()];
  const all = Scope === "Local" ? own : [...own, ...awsManagedPolicies(account.partition).values()];
  const isUsed = (arn: string): boolean =>
    (PolicyUsageFilter !== "PermissionsBoundary" && countAttachments(account, arn) > 0) ||
    (PolicyUsageFilter !== "PermissionsPolicy" && countBoundaries(account, arn) > 0);
  const wanted = all.filter(({ arn, path }) => path.startsWith(PathPrefix ?? "/") && ((!OnlyAttached && PolicyUsageFilter === null) || isUsed(arn)));
  const { items, rest } = paginate(query, wanted, ({ arn }) => arn);
  return { Policies: { member: items.map((policy) => describeListedPolicy(account, policy)) }, ...rest };
};
