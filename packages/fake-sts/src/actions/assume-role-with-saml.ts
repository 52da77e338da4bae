import { checkRoleArn } from "../checks/02-role-arn.js";
import { fail } from "../checks/check-context.js";
import { requireConstraints, requiredParameter } from "../checks/require-constraints.js";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { StsCall, StsResult } from "./sts-action.js";

/**
 * Reads an exchange of a SAML assertion as far as the provider, which no account here has.
 *
 * @throws {StsFault} `ValidationError`, `MalformedInput` or `InvalidIdentityToken`
 * @see sts-and-iam.md, section 1.6
 */
export async function assumeRoleWithSaml(call: StsCall): Promise<StsResult> {
  requireConstraints(call, ACTION_CONSTRAINTS.AssumeRoleWithSAML);
  checkRoleArn({ ...call, parameters: { roleArn: requiredParameter(call, "RoleArn") } });
  const outcome = {
    check: "sts.saml-provider",
    title: "SAML provider",
    expected: { value: requiredParameter(call, "PrincipalArn"), from: { file: "request", pointer: "PrincipalArn" } },
    actual: { value: "no account has SAML providers" },
    reason: "provider-missing",
  };
  throw fail(call, outcome, STS_FAULTS.samlProviderMissing());
}
