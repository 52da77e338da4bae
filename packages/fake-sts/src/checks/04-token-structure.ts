import { extend } from "@irsa-sim/core";
import { parseWebIdentityToken, type WebIdentityToken } from "../token/parse-web-identity-token.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { RoleArnChecked } from "./02-role-arn.js";
import { fail, pass } from "./check-context.js";

/** The token, taken apart and not yet believed. */
export interface TokenStructureChecked extends RoleArnChecked {
  readonly token: WebIdentityToken;
}

const CHECK = { check: "sts.token-structure", title: "token structure" } as const;

/**
 * Takes the token apart.
 *
 * @throws {StsFault} `InvalidIdentityToken`
 */
export function checkTokenStructure(context: RoleArnChecked): TokenStructureChecked {
  const parsed = parseWebIdentityToken(context.parameters.webIdentityToken);
  const from = { file: "token" };
  if ("problem" in parsed) {
    const { reason, expected, actual } = parsed.problem;
    throw fail(context, { ...CHECK, expected: { value: expected }, actual: { value: actual, from }, reason }, STS_FAULTS.notAJwt());
  }
  const { algorithm } = parsed.token;
  pass(context, extend(CHECK, { expected: { value: "a signed JWT" }, actual: { value: `a JWT, ${algorithm}`, from } }));
  return extend(context, { token: parsed.token });
}
