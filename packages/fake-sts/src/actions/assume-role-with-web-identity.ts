import type { JsonObject, Span } from "@irsa-sim/core";
import type { RoleSession } from "@irsa-sim/iam";
import type { SessionClaimsChecked } from "../checks/11-session-claims.js";
import type { TrustPolicyChecked } from "../checks/14-trust-policy.js";
import { checkRole, checkToken } from "../checks/run-checks.js";
import { describeAssumedRole } from "../trail/describe-assumed-role.js";
import { roleEvent } from "../trail/role-event.js";
import { webIdentityResult } from "../wire/assume-role-result.js";
import { StsFault } from "../wire/sts-fault.js";
import type { StsCall, StsResult } from "./sts-action.js";

/**
 * Exchanges a web identity token for temporary credentials: step 7 checks, step 8 issues.
 *
 * @throws {StsFault} what the caller is told
 */
export async function assumeRoleWithWebIdentity(call: StsCall): Promise<StsResult> {
  const validation = call.span.enter("Validate the token", { step: 7, actor: "sts" });
  // A token that is not good leaves nothing in the trail: there is nobody to whom the call could be put down.
  const token = await checkToken({ sts: call.sts, request: call.request, query: call.query, span: validation });
  const checked = decide(call, token, validation);
  return issue(call, checked);
}

/** @throws {StsFault} `AccessDenied`, or what is wrong with policy and duration; written down in the trail */
function decide(call: StsCall, token: SessionClaimsChecked, span: Span): TrustPolicyChecked {
  try {
    return checkRole(token);
  } catch (error) {
    if (error instanceof StsFault) {
      // In the trail every refusal by a trust policy reads the same, and otherwise than on the wire.
      const message = error.code === "AccessDenied" ? "An unknown error occurred" : (error.text ?? "");
      record(call, token, { error: { code: error.code, message }, responseElements: null, span });
    }
    throw error;
  }
}

async function issue(call: StsCall, checked: TrustPolicyChecked): Promise<StsResult> {
  const { role, parameters, sessionClaims, sessionPolicies, packedPolicySize } = checked;
  const span = call.span.enter("Return temporary credentials", { step: 8, actor: "sts" });
  if (call.query.parameters.has("ProviderId")) span.note("sts.without-effect", { parameters: ["ProviderId"] });
  const webIdentity = webIdentityOf(checked);
  const { tags, transitiveTagKeys, sourceIdentity } = sessionClaims;
  const session = await call.sts.sessions.issue({
    role,
    sessionName: parameters.roleSessionName,
    durationSeconds: parameters.durationSeconds,
    webIdentity,
    grants: { policies: sessionPolicies, tags, transitiveTagKeys, sourceIdentity },
    minimumTokenBytes: parameters.minimumTokenBytes,
  });
  const aboutSession = span.about({ session: session.assumedRoleArn });
  recordIssue(aboutSession, session, webIdentity);
  const { audience, providerArn, subject } = webIdentity;
  const responseElements = { ...describeAssumedRole(session), subjectFromWebIdentityToken: subject, provider: providerArn, audience };
  record(call, checked, { error: null, responseElements, span: aboutSession });
  return webIdentityResult(session, webIdentity, packedPolicySize);
}

function webIdentityOf({ provider, audience, claims }: SessionClaimsChecked) {
  return { providerArn: provider.arn, providerUrl: provider.url, audience, subject: claims.sub };
}

/** The secret key and the session token stay out. */
function recordIssue(span: Span, session: RoleSession, webIdentity: NonNullable<RoleSession["webIdentity"]>): void {
  const { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt } = session;
  span.change({ what: `session ${assumedRoleArn}`, before: null, after: { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt, webIdentity } });
}

interface Outcome {
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly responseElements: JsonObject | null;
  readonly span: Span;
}

function record(call: StsCall, token: SessionClaimsChecked, { error, responseElements, span }: Outcome): void {
  const { providerArn, audience, subject } = webIdentityOf(token);
  const userIdentity = { type: "WebIdentityUser", principalId: `${providerArn}:${audience}:${subject}`, userName: subject, identityProvider: providerArn };
  const { sessionClaims, verificationKey } = token;
  const event = roleEvent(call, { userIdentity, roleArn: token.roleArn, grants: sessionClaims, error, responseElements });
  const additionalEventData = {
    identityProviderConnectionVerificationMethod: verificationKey.trust,
    ...event.additionalEventData,
    ...(sessionClaims.roles === null ? {} : { RoleAuthorizedByIdp: true }),
  };
  call.sts.cloudTrail.record({ ...event, additionalEventData }, span);
}
