import type { Role } from "@irsa-sim/iam";
import { STS_FAULTS } from "../wire/sts-fault.js";
import { type CheckContext, fail, pass } from "./check-context.js";

/**
 * Compares the duration asked for with the role's maximum; after the trust policy, so that nobody learns of a role by it.
 * Differs from AWS, perhaps: the place of this check in the order is unconfirmed.
 *
 * @throws {StsFault} `ValidationError`
 * @see sts-and-iam.md, sections 2.2 and 3.1
 */
export function checkDuration<T extends CheckContext & { readonly role: Role; readonly parameters: { readonly durationSeconds: number } }>(context: T): T {
  const { role, parameters } = context;
  const outcome = {
    check: "sts.duration",
    title: "duration",
    expected: { value: `at most ${role.maxSessionDurationSeconds} s`, from: { file: `role/${role.name}`, pointer: "/MaxSessionDuration" } },
    actual: { value: `${parameters.durationSeconds} s`, from: { file: "request", pointer: "DurationSeconds" } },
  };
  if (parameters.durationSeconds > role.maxSessionDurationSeconds) {
    throw fail(context, { ...outcome, reason: "longer-than-the-role-allows" }, STS_FAULTS.durationTooLong());
  }
  pass(context, outcome);
  return context;
}
