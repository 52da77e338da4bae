import type { HttpRequest, Span } from "@irsa-sim/core";
import type { QueryRequest, RoleSession } from "@irsa-sim/iam";
import { runChecks } from "../checks/run-checks.js";
import type { VerificationKeys } from "../keys/verification-keys.js";
import type { StsOptions } from "../sts-options.js";
import { type AssumeRoleResult, assumeRoleResult } from "../wire/assume-role-result.js";

/** Parameters that are read and not acted upon, and claims in AWS's name that are not read. */
const WITHOUT_EFFECT = {
  parameters: /^(ProviderId|Policy|PolicyArns\..*|MinimumSessionTokenSize)$/,
  claims: /^https:\/\/aws\.amazon\.com\//,
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
  const { role, parameters, provider, audience, claims, token } = await runChecks({ sts, keys: sts.keys, request, query, span: validation });
  const issuing = span.enter("Return temporary credentials", { step: 8, actor: "sts" });
  noteWithoutEffect(issuing, query, Object.keys(token.claims));
  const webIdentity = { providerArn: provider.arn, providerUrl: provider.url, audience, subject: claims.sub };
  const session = sts.sessions.issue({ role, sessionName: parameters.roleSessionName, durationSeconds: parameters.durationSeconds, webIdentity });
  recordIssue(issuing, session, webIdentity);
  return { session, result: assumeRoleResult(session, webIdentity) };
}

/** Says so in the trace when the caller asked for what this STS does not do. */
function noteWithoutEffect(span: Span, query: QueryRequest, claims: readonly string[]): void {
  const parameters = [...query.parameters.keys()].filter((name) => WITHOUT_EFFECT.parameters.test(name));
  const ignoredClaims = claims.filter((name) => WITHOUT_EFFECT.claims.test(name));
  if (parameters.length + ignoredClaims.length > 0) span.note("sts.without-effect", { parameters, claims: ignoredClaims });
}

/** The secret key and the session token stay out. */
function recordIssue(span: Span, session: RoleSession, webIdentity: NonNullable<RoleSession["webIdentity"]>): void {
  const { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt } = session;
  span.change({ what: `session ${assumedRoleArn}`, before: null, after: { accessKeyId, assumedRoleArn, roleArn, roleId, issuedAt, expiresAt, webIdentity } });
}
