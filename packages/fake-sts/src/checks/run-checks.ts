import { checkParameters } from "./01-parameters.js";
import { checkRoleArn } from "./02-role-arn.js";
import { checkTokenStructure } from "./03-token-structure.js";
import { checkRequiredClaims } from "./04-required-claims.js";
import { checkProvider } from "./05-provider.js";
import { checkAudience } from "./06-audience.js";
import { checkVerificationKey } from "./07-verification-key.js";
import { checkSignature } from "./08-signature.js";
import { checkTimes } from "./09-times.js";
import { checkSessionClaims } from "./10-session-claims.js";
import { checkRolesClaim } from "./11-roles-claim.js";
import { checkSessionPolicy } from "./12-session-policy.js";
import { checkTrustPolicy, type TrustPolicyChecked } from "./13-trust-policy.js";
import { checkDuration } from "./14-duration.js";
import type { CheckContext } from "./check-context.js";

/**
 * AssumeRoleWithWebIdentity as a list of checks; the first that fails ends it.
 * Differs from AWS, perhaps: AWS does not publish its order; sts-and-iam.md, section 3.1, says which neighbours are evidenced.
 *
 * @throws {StsFault} what the caller is told
 */
export async function runChecks(start: CheckContext): Promise<TrustPolicyChecked> {
  const parameters = checkParameters(start);
  const roleArn = checkRoleArn(parameters);
  const structure = checkTokenStructure(roleArn);
  const claims = checkRequiredClaims(structure);
  const provider = checkProvider(claims);
  const audience = checkAudience(provider);
  const key = await checkVerificationKey(audience);
  const signed = await checkSignature(key);
  const inTime = checkTimes(signed);
  const sessionClaims = checkSessionClaims(inTime);
  const listed = checkRolesClaim(sessionClaims);
  const sessionPolicy = checkSessionPolicy(listed);
  const trusted = checkTrustPolicy(sessionPolicy);
  return checkDuration(trusted);
}
