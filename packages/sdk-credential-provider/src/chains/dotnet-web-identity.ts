/** `AssumeRoleWithWebIdentityCredentials`, the same in both lines of .NET (sdk-credential-chains.md, section 3.1). */
import { webIdentity } from "../providers/web-identity.js";
import type { TokenFileRule } from "../sts/token-file-rule.js";
import type { ChainLink } from "./chain.js";
import { isAbsolutePath } from "./is-absolute-path.js";
import type { SdkTexts } from "./sdk-texts.js";
import type { SessionNameRule } from "./session-name-rule.js";

const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/** Validated when constructed, which lets the chain go on; all that comes later reaches the caller. */
export const dotnetWebIdentity: ChainLink = webIdentity({
  name: "AssumeRoleWithWebIdentityCredentials.FromEnvironmentVariables",
  onError: "fail",
  validate: ({ tokenFile, sessionName }, os) => {
    if (!isAbsolutePath(tokenFile, os)) return "The webIdentityTokenFile must be an absolute path.";
    if (sessionName !== "" && !SESSION_NAME.test(sessionName)) return `The role session name does not match ${SESSION_NAME.source}`;
    return null;
  },
});

/** One GUID for each process. */
export const dotnetSessionName: SessionNameRule = { make: ({ uuid }) => uuid(), scope: "process" };

/** One read and three more, with pauses that grow to about a second. */
export const dotnetTokenFile: TokenFileRule = { content: "all", retriesOn: "unreadable", reads: 4, pauseMs: (attempt) => 100 * attempt ** 2 };

/** The wrong operation and class in two of them are .NET's own. */
export const dotnetTexts: Omit<SdkTexts, "nothingFound"> = {
  stsRefused: ({ roleArn }) => `Error calling AssumeRole for role ${roleArn}`,
  tokenFileUnreadable: () => "A token could not be loaded from the WebIdentityTokenFile.",
  noStsModule:
    "Assembly AWSSDK.SecurityToken could not be found or loaded. This assembly must be available at runtime to use Amazon.Runtime.AssumeRoleAWSCredentials.",
};
