import type { RoleArn } from "../parameters/parse-role-arn.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import { type CheckContext, fail } from "./check-context.js";

/**
 * Refuses when the role's account has not activated STS in this region; nothing is recorded where it has, which is the rule.
 * Differs from AWS, perhaps: the place of this check in the order is unconfirmed.
 *
 * @throws {StsFault} `RegionDisabledException`
 * @see sts-and-iam.md, section 3.2
 */
export function checkRegion<T extends CheckContext & { readonly roleArn: RoleArn }>(context: T): T {
  const { sts, roleArn } = context;
  if (!sts.accountsWithoutRegion.has(roleArn.account)) return context;
  const outcome = {
    check: "sts.region",
    title: "STS is active in the region",
    expected: { value: "active", from: { file: `account/${roleArn.account}`, pointer: "/Regions" } },
    actual: { value: `${sts.region} is not activated` },
    reason: "region-disabled",
  };
  throw fail(context, outcome, STS_FAULTS.regionDisabled(roleArn.account));
}
