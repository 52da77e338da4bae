import { extend } from "@irsa-sim/core";
import type { VerificationKey } from "../keys/verification-keys.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { AudienceChecked } from "./07-audience.js";
import { fail, pass } from "./check-context.js";

/** The key that the token's header names, as the issuer publishes it. */
export interface VerificationKeyChecked extends AudienceChecked {
  readonly verificationKey: VerificationKey;
}

const CHECK = { check: "sts.verification-key", title: "verification key" } as const;

/**
 * Gets the key from the issuer. When its certificate is refused, `sts.tls-certificate` is the check that failed and nothing more is recorded.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 */
export async function checkVerificationKey(context: AudienceChecked): Promise<VerificationKeyChecked> {
  const { sts, provider, token, span } = context;
  const found = await sts.keys.find(provider, { kid: token.kid, algorithm: token.algorithm }, span);
  if (!("problem" in found)) {
    const kid = token.kid ?? "(the token names none)";
    const expected = { value: kid, from: { file: "token", pointer: "kid" } };
    pass(context, extend(CHECK, { expected, actual: { value: kid, from: { file: found.url, pointer: "/keys" } } }));
    return extend(context, { verificationKey: found });
  }
  const { reason, expected, actual } = found.problem;
  if (reason === "thumbprint-differs") throw STS_FAULTS.thumbprintDiffers();
  if (reason === "certificate-refused") throw STS_FAULTS.noVerificationKey();
  throw fail(context, { ...CHECK, expected, actual, reason }, STS_FAULTS.noVerificationKey());
}
