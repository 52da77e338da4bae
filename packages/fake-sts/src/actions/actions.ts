import { assumeRole } from "./assume-role.js";
import { assumeRoleWithSaml } from "./assume-role-with-saml.js";
import { assumeRoleWithWebIdentity } from "./assume-role-with-web-identity.js";
import { decodeAuthorizationMessage } from "./decode-authorization-message.js";
import { getAccessKeyInfo } from "./get-access-key-info.js";
import { getCallerIdentity } from "./get-caller-identity.js";
import { getFederationToken } from "./get-federation-token.js";
import { getSessionToken } from "./get-session-token.js";
import { signedAction } from "./signed-action.js";
import type { StsAction } from "./sts-action.js";

/**
 * STS's actions by name.
 * Leaves out: AssumeRoot, GetWebIdentityToken and GetDelegatedAccessToken, which have nothing to do with IRSA and are answered as unknown.
 * @see sts-and-iam.md, section 1.6
 */
export const STS_ACTIONS: ReadonlyMap<string, StsAction> = new Map<string, StsAction>([
  ["AssumeRoleWithWebIdentity", assumeRoleWithWebIdentity],
  ["AssumeRole", assumeRole],
  ["AssumeRoleWithSAML", assumeRoleWithSaml],
  ["GetCallerIdentity", signedAction(getCallerIdentity)],
  ["GetSessionToken", signedAction(getSessionToken)],
  ["GetFederationToken", signedAction(getFederationToken)],
  ["DecodeAuthorizationMessage", signedAction(decodeAuthorizationMessage)],
  ["GetAccessKeyInfo", signedAction(getAccessKeyInfo)],
]);
