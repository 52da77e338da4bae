import { epochMillis } from "@irsa-sim/core";
import { renderQueryError } from "@irsa-sim/iam";
import { expect, test } from "vitest";
import { STS_FAULTS, type StsFault } from "./sts-fault.js";

const ROLE = "arn:aws:iam::111122223333:role/my-pod-role";
const CALLER = "arn:aws:iam::111122223333:user/developer";

/** Each fault once, with arguments that a reader knows again. */
const FAULTS: { readonly [name in keyof typeof STS_FAULTS]: StsFault } = {
  operationNotFound: STS_FAULTS.operationNotFound("Frobnicate", "2011-06-15"),
  constraintsViolated: STS_FAULTS.constraintsViolated([
    "Value null at 'roleArn' failed to satisfy constraint: Member must not be null",
    "Value 'x' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2",
  ]),
  malformedNumber: STS_FAULTS.malformedNumber("900.0"),
  notAnArn: STS_FAULTS.notAnArn("my-pod-role-of-the-team"),
  notARoleArn: STS_FAULTS.notARoleArn(),
  notAJwt: STS_FAULTS.notAJwt(),
  claimMissing: STS_FAULTS.claimMissing("sub"),
  noProvider: STS_FAULTS.noProvider("https://oidc.eks.eu-west-1.amazonaws.com/id/A1"),
  audienceDiffers: STS_FAULTS.audienceDiffers(),
  noVerificationKey: STS_FAULTS.noVerificationKey(),
  thumbprintDiffers: STS_FAULTS.thumbprintDiffers(),
  signatureInvalid: STS_FAULTS.signatureInvalid(),
  tokenExpired: STS_FAULTS.tokenExpired(1_731_098_245, 1_731_095_240),
  tokenNotYetValid: STS_FAULTS.tokenNotYetValid(1_731_098_245, 1_731_099_240),
  notAuthorized: STS_FAULTS.notAuthorized(),
  invalidTags: STS_FAULTS.invalidTags(),
  duplicateTagKeys: STS_FAULTS.duplicateTagKeys(),
  transitiveTagAbsent: STS_FAULTS.transitiveTagAbsent(),
  transitiveTagOfCaller: STS_FAULTS.transitiveTagOfCaller(),
  sourceIdentitySet: STS_FAULTS.sourceIdentitySet(),
  roleNotInClaim: STS_FAULTS.roleNotInClaim(),
  malformedPolicy: STS_FAULTS.malformedPolicy("This policy contains invalid Json"),
  policyArnInvalid: STS_FAULTS.policyArnInvalid("arn:aws:iam::111122223333:policy/none"),
  packedPolicyTooLarge: STS_FAULTS.packedPolicyTooLarge(157),
  packedTagsTooLarge: STS_FAULTS.packedTagsTooLarge(112),
  regionDisabled: STS_FAULTS.regionDisabled("123456789012"),
  durationTooLong: STS_FAULTS.durationTooLong(),
  throttled: STS_FAULTS.throttled(),
  durationTooLongForChaining: STS_FAULTS.durationTooLongForChaining(),
  assumeRoleDenied: STS_FAULTS.assumeRoleDenied(CALLER, "sts:AssumeRole", ROLE),
  accessDenied: STS_FAULTS.accessDenied(CALLER, "sts:GetAccessKeyInfo", "*", "because no identity-based policy allows the sts:GetAccessKeyInfo action"),
  notWithSessionCredentials: STS_FAULTS.notWithSessionCredentials("GetSessionToken"),
  samlProviderMissing: STS_FAULTS.samlProviderMissing(),
  messageInvalid: STS_FAULTS.messageInvalid(),
  accessKeyIdInvalid: STS_FAULTS.accessKeyIdInvalid(),
};

test("the wire text of every fault", async () => {
  const texts = Object.entries(FAULTS).map(([name, { code, status, text, origin }]) => {
    const namespace = origin === "dispatch" ? "http://webservices.amazon.com/AWSFault/2005-15-09" : "https://sts.amazonaws.com/doc/2011-06-15/";
    const { body } = renderQueryError({ namespace, code, message: text, status, requestId: "0f9c1d2e-0000-4000-8000-000000000000", now: epochMillis(0) });
    return `${name}: HTTP ${status}\n${body}`;
  });
  await expect(texts.join("\n")).toMatchFileSnapshot("../../__golden__/faults.txt");
});
