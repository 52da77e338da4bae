import { extend } from "@irsa-sim/core";
import { readClaims, type WebIdentityClaims } from "../token/read-claims.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { TokenStructureChecked } from "./04-token-structure.js";
import { fail, pass } from "./check-context.js";

/** The claims that every token needs, read. */
export interface RequiredClaimsChecked extends TokenStructureChecked {
  readonly claims: WebIdentityClaims;
}

const CHECK = { check: "sts.required-claims", title: "required claims" } as const;

/**
 * Reads the claims.
 * Differs from AWS, perhaps: a claim of the wrong type gets the text for what is no JWT; AWS's text is unconfirmed.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 */
export function checkRequiredClaims(context: TokenStructureChecked): RequiredClaimsChecked {
  const read = readClaims(context.token.claims);
  if ("problem" in read) {
    const { reason, claim, expected, actual } = read.problem;
    const outcome = { ...CHECK, expected: { value: `${claim}: ${expected}` }, actual: { value: actual, from: { file: "token", pointer: claim } }, reason };
    throw fail(context, outcome, reason === "claim-missing" ? STS_FAULTS.claimMissing(claim) : STS_FAULTS.notAJwt());
  }
  const actual = { value: Object.keys(context.token.claims).join(", "), from: { file: "token" } };
  pass(context, extend(CHECK, { expected: { value: "iss, sub, aud, exp, iat" }, actual }));
  return extend(context, { claims: read.claims });
}
