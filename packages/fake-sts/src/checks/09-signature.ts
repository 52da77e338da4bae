import { extend } from "@irsa-sim/core";
import { compactVerify, errors } from "jose";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { VerificationKeyChecked } from "./08-verification-key.js";
import { fail, pass } from "./check-context.js";

/**
 * Verifies the signature over header and payload (RFC 7515 section 5.2); from here on the claims are the issuer's words.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 */
export async function checkSignature(context: VerificationKeyChecked): Promise<VerificationKeyChecked> {
  const { token, verificationKey } = context;
  const outcome = {
    check: "sts.signature",
    title: "signature",
    expected: { value: `${token.algorithm} signature by key ${token.kid ?? "without kid"}`, from: { file: verificationKey.url, pointer: "/keys" } },
  };
  const from = { file: "token", pointer: "signature" };
  if (!(await verifies(context))) {
    const actual = { value: "another signature: key, header or payload is not what was signed", from };
    throw fail(context, { ...outcome, actual, reason: "signature-differs" }, STS_FAULTS.signatureInvalid());
  }
  pass(context, extend(outcome, { actual: { value: "it verifies", from } }));
  return context;
}

async function verifies({ token, verificationKey }: VerificationKeyChecked): Promise<boolean> {
  try {
    await compactVerify(token.compact, verificationKey.key, { algorithms: [token.algorithm] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}
