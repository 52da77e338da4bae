import type { JsonObject } from "@irsa-sim/core";
import { type Caller, userIdentity } from "@irsa-sim/iam";
import { runAssumeRoleChecks } from "../assume-role/run-assume-role-checks.js";
import { parseRoleArn } from "../parameters/parse-role-arn.js";
import { describeAssumedRole } from "../trail/describe-assumed-role.js";
import { roleEvent } from "../trail/role-event.js";
import { assumeRoleResult } from "../wire/assume-role-result.js";
import { StsFault } from "../wire/sts-fault.js";
import { authenticateCaller } from "./authenticate-caller.js";
import type { StsCall, StsResult } from "./sts-action.js";

/**
 * Exchanges credentials for those of a role; with a role's credentials this is role chaining.
 *
 * @throws {StsFault} what the caller is told
 * @see sts-and-iam.md, section 1.6
 */
export async function assumeRole(outer: StsCall): Promise<StsResult> {
  const { call, caller } = await authenticateCaller({ ...outer, span: outer.span.enter("AssumeRole", { actor: "sts" }) });
  try {
    const { role, parameters, sessionClaims, sessionPolicies, packedPolicySize } = runAssumeRoleChecks({ ...call, caller });
    const session = await call.sts.sessions.issue({
      role,
      sessionName: parameters.roleSessionName,
      durationSeconds: parameters.durationSeconds,
      webIdentity: null,
      grants: { policies: sessionPolicies, ...sessionClaims },
    });
    const { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt } = session;
    const span = call.span.about({ session: assumedRoleArn });
    span.change({ what: `session ${assumedRoleArn}`, before: null, after: { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt } });
    record({ ...call, span }, caller, { error: null, grants: sessionClaims, responseElements: describeAssumedRole(session) });
    return assumeRoleResult(session, packedPolicySize);
  } catch (error) {
    if (error instanceof StsFault) {
      const grants = { tags: new Map(), transitiveTagKeys: [], sourceIdentity: null };
      record(call, caller, { error: { code: error.code, message: error.text ?? "" }, grants, responseElements: null });
    }
    throw error;
  }
}

interface Outcome {
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly grants: Parameters<typeof roleEvent>[1]["grants"];
  readonly responseElements: JsonObject | null;
}

/** Stands in the trail of the role's account; a call whose role cannot be read stands nowhere. */
function record(call: StsCall, caller: Caller, outcome: Outcome): void {
  const roleArn = parseRoleArn(call.query.parameters.get("RoleArn") ?? "");
  if (typeof roleArn === "string") return;
  call.sts.cloudTrail.record(roleEvent(call, { userIdentity: userIdentity(caller), roleArn, ...outcome }), call.span);
}
