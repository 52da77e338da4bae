import type { Caller } from "@irsa-sim/iam";
import { type CheckContext, fail } from "../checks/check-context.js";
import { STS_FAULTS } from "../wire/sts-fault.js";

const LIMIT_SECONDS = 3600;

/**
 * A role assumed with another role's credentials lasts an hour at most, whatever the role allows; nothing is recorded for other callers.
 *
 * @throws {StsFault} `ValidationError`
 * @see sts-and-iam.md, section 2.2
 */
export function checkRoleChaining<T extends CheckContext & { readonly caller: Caller; readonly parameters: { readonly durationSeconds: number } }>(
  context: T,
): T {
  const { caller, parameters } = context;
  if (caller.kind === "user" || parameters.durationSeconds <= LIMIT_SECONDS) return context;
  const outcome = {
    check: "sts.role-chaining",
    title: "duration of a chained role",
    expected: { value: `at most ${LIMIT_SECONDS} s` },
    actual: { value: `${parameters.durationSeconds} s`, from: { file: "request", pointer: "DurationSeconds" } },
    reason: "longer-than-chaining-allows",
  };
  throw fail(context, outcome, STS_FAULTS.durationTooLongForChaining());
}
