import type { HttpRequest, Span } from "@irsa-sim/core";
import type { QueryRequest, RoleSession } from "@irsa-sim/iam";
import { runChecks } from "../checks/run-checks.js";
import type { VerificationKeys } from "../keys/verification-keys.js";
import type { StsOptions } from "../sts-options.js";
import { type AssumeRoleResult, assumeRoleResult } from "../wire/assume-role-result.js";

/** Parameters that are read and not acted upon. */
const WITHOUT_EFFECT = {
  parameters: /^(ProviderId|PolicyArns\..*|MinimumSessionTokenSize)$/,
};

/** New credentials, and how the response says them. */
export interface AssumedRole {
  readonly session: RoleSession;
  readonly result: AssumeRoleResult;
}

/**
 * Exchanges a web identity token for temporary credentials: step 7 checks, step 8 issues.
 *
 * @throws {StsFault} what the caller is told
 */
export async function assumeRoleWithWebIdentity(
  sts: StsOptions & { readonly keys: VerificationKeys },
  { request, query }: { readonly request: HttpRequest; readonly query: QueryRequest },
  span: Span,
): Promise<AssumedRole> {
  const validation = span.enter("Validate the token", { step: 7, actor: "sts" });
  const { role, parameters, provider, audience, claims, sessionClaims, sessionPolicies, packedPolicySize } = await runChecks({
    sts,
    keys: sts.keys,
    request,
    query,
    span: validation,
  });
  const issuing = span.enter("Return temporary credentials", { step: 8, actor: "sts" });
  noteWithoutEffect(issuing, query);
  const webIdentity = { providerArn: provider.arn, providerUrl: provider.url, audience, subject: claims.sub };
  const { tags, transitiveTagKeys, sourceIdentity } = sessionClaims;
  const grants = { policies: sessionPolicies, tags, transitiveTagKeys, sourceIdentity };
  const session = sts.sessions.issue({ role, sessionName: parameters.roleSessionName, durationSeconds: parameters.durationSeconds, webIdentity, grants });
  recordIssue(issuing, session, webIdentity);
  return { session, result: assumeRoleResult(session, webIdentity, packedPolicySize) };
}

/** Says so in the trace when the caller asked for what this STS does not do. */
function noteWithoutEffect(span: Span, query: QueryRequest): void {
  const parameters = [...query.parameters.keys()].filter((name) => WITHOUT_EFFECT.parameters.test(name));
  if (parameters.length > 0) span.note("sts.without-effect", { parameters });
}

/** The secret key and the session token stay out. */
function recordIssue(span: Span, session: RoleSession, webIdentity: NonNullable<RoleSession["webIdentity"]>): void {
  const { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt } = session;
  span.change({ what: `session ${assumedRoleArn}`, before: null, after: { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt, webIdentity } });
}
