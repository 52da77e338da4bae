import { absent } from "../providers/absent.js";
import { container } from "../providers/container.js";
import { env } from "../providers/env.js";
import { imds } from "../providers/imds.js";
import { credentialProcess, ssoKeys } from "../providers/profile/not-simulated.js";
import { profile } from "../providers/profile/profile.js";
import { sourceRole } from "../providers/profile/source-role.js";
import { staticKeys } from "../providers/profile/static-keys.js";
import { webIdentityRole } from "../providers/profile/web-identity-role.js";
import type { SdkChain } from "./chain.js";
import { dotnetV3 } from "./dotnet-v3.js";
import { dotnetTexts, dotnetWebIdentity } from "./dotnet-web-identity.js";

const HEADER = "Failed to resolve AWS credentials. The credential providers used to search for credentials returned the following errors:";

/**
 * AWSSDK.Core 4.x, `DefaultAWSCredentialsIdentityResolver` (sdk-credential-chains.md, section 3.2).
 * Differs perhaps from releases of 4.x before the refresh in the background: here the last 15 minutes never block; the flag and the variables for the endpoint count.
 */
export const dotnetV4: SdkChain = {
  ...dotnetV3,
  // Every release of this line has it.
  webIdentitySince: "4.0.0",
  links: [
    absent({ name: "AppConfigAWSCredentials", kind: "app-config", onError: "continue", reason: ".NET Framework only" }),
    env({ name: "EnvironmentVariablesAWSCredentials", onError: "continue" }),
    dotnetWebIdentity,
    profile({
      name: "profile",
      onError: "continue",
      forms: [sourceRole({ noSource: "skip" }), staticKeys, webIdentityRole, ssoKeys, credentialProcess],
      missingProfile: (name) => `Unable to find the "${name}" profile.`,
    }),
    container({ name: "GenericContainerCredentials", onError: "fail" }),
    imds({
      name: "DefaultInstanceProfileAWSCredentials",
      onError: "continue",
      unlessContainer: true,
      failureText: ({ message }) => `Failed to connect to EC2 instance metadata to retrieve credentials: ${message}.`,
    }),
  ],
  cache: { backgroundSeconds: 900, blockingSeconds: 0, background: "task" },
  retry: { ...dotnetV3.retry, mode: "standard", attempts: { standard: 3 } },
  texts: {
    ...dotnetTexts,
    nothingFound: (attempts) => [HEADER, ...attempts.map(({ message }, index) => `Exception ${index + 1} of ${attempts.length}: ${message}`)].join("\n"),
  },
};
