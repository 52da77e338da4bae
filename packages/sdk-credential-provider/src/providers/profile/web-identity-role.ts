import { localError } from "../../load-error.js";
import { assumeRoleWithWebIdentity } from "../../sts/assume-role-with-web-identity.js";
import { fromProfile } from "../find-web-identity.js";
import type { FormAnswer, ProfileForm } from "./profile-form.js";

/** `web_identity_token_file` with `role_arn`; a token file without role is no form. */
export const webIdentityRole: ProfileForm = async (input, { name, properties }) => {
  const { tokenFile, roleArn, sessionName } = fromProfile(properties);
  if (tokenFile === null || roleArn === null) return null;
  const ownName = input.chain.sessionName.profileWebIdentity?.(input.createdAt) ?? null;
  const loaded = await assumeRoleWithWebIdentity(input, { tokenFile, roleArn, sessionName: sessionName ?? ownName });
  const answer: FormAnswer =
    "error" in loaded ? { verdict: "error", error: loaded.error } : { verdict: "match", ...loaded, about: { ...loaded.about, profile: name } };
  return answer;
};

/** The same where a token file without role ends the chain, in the SDK's words. */
export function webIdentityRoleOrFail(describe: (profile: string) => string): ProfileForm {
  return async (input, profile) => {
    const { tokenFile, roleArn } = fromProfile(profile.properties);
    if (tokenFile === null || roleArn !== null) return webIdentityRole(input, profile);
    return { verdict: "error", error: localError("InvalidConfiguration", describe(profile.name)) };
  };
}

/** The same for JavaScript v3, where a refusal by STS ends the chain. */
export const webIdentityRoleFinal: ProfileForm = async (input, profile) => {
  const answer = await webIdentityRole(input, profile);
  return answer?.verdict === "error" ? { ...answer, isFinal: true } : answer;
};
