import type { Caller } from "@irsa-sim/iam";
import { DEFAULT_DURATION_SECONDS } from "../checks/01-parameters.js";
import type { CheckContext } from "../checks/check-context.js";
import { requireConstraints, requiredParameter } from "../checks/require-constraints.js";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { parseInt32 } from "../parameters/parse-int32.js";

/** The parameters of AssumeRole, each within its constraints. */
export interface AssumeRoleParametersChecked extends CheckContext {
  readonly caller: Caller;
  readonly parameters: {
    readonly roleArn: string;
    readonly roleSessionName: string;
    readonly durationSeconds: number;
    /** `null` when the caller sent none. */
    readonly externalId: string | null;
    /** `null` when the caller sent none. */
    readonly sourceIdentity: string | null;
  };
}

/**
 * Holds the parameters against the service model.
 *
 * @throws {StsFault} `MalformedInput` or `ValidationError`
 */
export function checkAssumeRoleParameters(context: CheckContext & { readonly caller: Caller }): AssumeRoleParametersChecked {
  requireConstraints(context, ACTION_CONSTRAINTS.AssumeRole);
  const { parameters } = context.query;
  return {
    ...context,
    parameters: {
      roleArn: requiredParameter(context, "RoleArn"),
      roleSessionName: requiredParameter(context, "RoleSessionName"),
      durationSeconds: parseInt32(parameters.get("DurationSeconds") ?? "") ?? DEFAULT_DURATION_SECONDS,
      externalId: parameters.get("ExternalId") ?? null,
      sourceIdentity: parameters.get("SourceIdentity") ?? null,
    },
  };
}
