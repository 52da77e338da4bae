import { extend } from "@irsa-sim/core";
import { parseRoleArn, type RoleArn } from "../parameters/parse-role-arn.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { ParametersChecked } from "./01-parameters.js";
import { type CheckContext, fail, pass } from "./check-context.js";

/** The role's ARN, read; whether the role exists is not known yet. */
export interface RoleArnChecked extends ParametersChecked {
  readonly roleArn: RoleArn;
}

/**
 * Reads RoleArn: its account is the one whose providers count.
 *
 * @throws {StsFault} `ValidationError`
 */
export function checkRoleArn<T extends CheckContext & { readonly parameters: { readonly roleArn: string } }>(context: T): T & { readonly roleArn: RoleArn } {
  const value = context.parameters.roleArn;
  const outcome = {
    check: "sts.role-arn",
    title: "role ARN",
    expected: { value: "arn:PARTITION:iam::ACCOUNT:role/NAME" },
    actual: { value, from: { file: "request", pointer: "RoleArn" } },
  };
  const roleArn = parseRoleArn(value);
  if (roleArn === "not-an-arn") throw fail(context, { ...outcome, reason: roleArn }, STS_FAULTS.notAnArn(value));
  if (roleArn === "not-a-role-arn") throw fail(context, { ...outcome, reason: roleArn }, STS_FAULTS.notARoleArn());
  pass(context, outcome);
  return extend(context, { roleArn });
}
