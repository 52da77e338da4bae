import { extend } from "@irsa-sim/core";
import { ACTION_CONSTRAINTS } from "../parameters/action-constraints.js";
import { parseInt32 } from "../parameters/parse-int32.js";
import type { CheckContext } from "./check-context.js";
import { requireConstraints, requiredParameter } from "./require-constraints.js";

/** The parameters, each within its constraints. */
export interface ParametersChecked extends CheckContext {
  readonly parameters: {
    readonly roleArn: string;
    readonly roleSessionName: string;
    /** As sent, white space and all. */
    readonly webIdentityToken: string;
    /** 3600 when the caller did not say, whatever the role allows. */
    readonly durationSeconds: number;
    /** The session token is padded to so many bytes. */
    readonly minimumTokenBytes: number;
  };
}

/** Of a role's session, when the caller does not say. */
export const DEFAULT_DURATION_SECONDS = 3600;

/**
 * Holds the parameters against the service model.
 *
 * @throws {StsFault} `MalformedInput` or `ValidationError`
 */
export function checkParameters(context: CheckContext): ParametersChecked {
  requireConstraints(context, ACTION_CONSTRAINTS.AssumeRoleWithWebIdentity);
  const { parameters } = context.query;
  return extend(context, {
    parameters: {
      roleArn: requiredParameter(context, "RoleArn"),
      roleSessionName: requiredParameter(context, "RoleSessionName"),
      webIdentityToken: requiredParameter(context, "WebIdentityToken"),
      durationSeconds: parseInt32(parameters.get("DurationSeconds") ?? "") ?? DEFAULT_DURATION_SECONDS,
      minimumTokenBytes: parseInt32(parameters.get("MinimumSessionTokenSize") ?? "") ?? 0,
    },
  });
}
