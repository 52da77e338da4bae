import { localError } from "../../load-error.js";
import type { ProfileForm } from "./profile-form.js";

/**
 * Forms that need a person, a browser or another program: SSO, `aws login`, `credential_process`.
 * Differs from the SDKs, which carry them out: here the chain ends with `NotSimulated`, because going on would name a wrong winner.
 */
function notSimulated(what: string, isPresent: (properties: Readonly<Record<string, string>>) => boolean): ProfileForm {
  return async (_input, { name, properties }) => {
    if (!isPresent(properties)) return null;
    return {
      verdict: "error",
      isFinal: true,
      error: localError("NotSimulated", `profile ${name} has ${what}, which is not carried out here`, { isOfSimulator: true }),
    };
  };
}

/** `credential_process`; the program is never run. */
export const credentialProcess = notSimulated("credential_process", ({ credential_process: process = "" }) => process !== "");

/** IAM Identity Center. */
export const ssoKeys = notSimulated("SSO keys", ({ sso_session: session = "", sso_start_url: startUrl = "" }) => session !== "" || startUrl !== "");

/** `aws login`. */
export const loginKeys = notSimulated("login keys", ({ login_session: session = "" }) => session !== "");
