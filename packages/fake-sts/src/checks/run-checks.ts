import { checkParameters } from "./01-parameters.js";
import { checkRoleArn } from "./02-role-arn.js";
import { checkRegion } from "./03-region.js";
import { checkTokenStructure } from "./04-token-structure.js";
import { checkRequiredClaims } from "./05-required-claims.js";
import { checkProvider } from "./06-provider.js";
import { checkAudience } from "./07-audience.js";
import { checkVerificationKey } from "./08-verification-key.js";
import { checkSignature } from "./09-signature.js";
import { checkTimes } from "./10-times.js";
import { checkSessionClaims, type SessionClaimsChecked } from "./11-session-claims.js";
import { checkRolesClaim } from "./12-roles-claim.js";
import { checkSessionPolicy } from "./13-session-policy.js";
import { checkTrustPolicy, type TrustPolicyChecked } from "./14-trust-policy.js";
import { checkDuration } from "./15-duration.js";
import type { CheckContext } from "./check-context.js";

/**
 * The first half of AssumeRoleWithWebIdentity as a list of checks: who is calling; the first that fails ends it.
 * Differs from AWS, perhaps: AWS does not publish its order; sts-and-iam.md, section 3.1, says which neighbours are evidenced.
 *
 * @throws {StsFault} what the caller is told
 */
export async function checkToken(start: CheckContext): Promise<SessionClaimsChecked> {
  const parameters = checkParameters(start);
  const roleArn = checkRoleArn(parameters);
  const region = checkRegion(roleArn);
  const structure = checkTokenStructure(region);
  const claims = checkRequiredClaims(structure);
  const provider = checkProvider(claims);
  const audience = checkAudience(provider);
  const key = await checkVerificationKey(audience);
  const signed = await checkSignature(key);
  const inTime = checkTimes(signed);
  const sessionClaims = checkSessionClaims(inTime);
  return checkRolesClaim(sessionClaims);
}

/**
 * The second half: whether this caller may have this role, for so long and with these policies.
 *
 * @throws {StsFault} what the caller is told
 */
export function checkRole(token: SessionClaimsChecked): TrustPolicyChecked {
  const sessionPolicy = checkSessionPolicy({ ...token, policyAccount: token.roleArn.account });
  const trusted = checkTrustPolicy(sessionPolicy);
  return checkDuration(trusted);
}
