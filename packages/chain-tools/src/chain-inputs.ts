import type { ChainInputs } from "./chain-report.js";
import { isPodIdentity, takesKnownRole } from "./chain-scenario.js";
import { type ChainSituation, leadingElsewhere } from "./chain-situation.js";

/**
 * Says what was played with.
 *
 * @param sdkVersion the release that was asked for; `null` for the one that is imitated
 */
export function chainInputs(situation: ChainSituation, sdkVersion: string | null = null): ChainInputs {
  const { environment, files } = situation;
  const names = Object.keys(environment).sort();
  const has = (name: string): boolean => (environment[name] ?? "") !== "";
  const left = leadingElsewhere(environment);
  return {
    variables: names,
    files: Object.keys(files).sort(),
    assumed: [
      ...(has("AWS_WEB_IDENTITY_TOKEN_FILE") ? ["the token file is there, and its token is good"] : []),
      ...(takesKnownRole(situation) ? ["the role lets the token in (irsa-sim check, or token verify, asks that)"] : []),
      ...(isPodIdentity(situation) ? ["the agent of EKS Pod Identity runs, and knows an association for the pod's service account"] : []),
      ...(!isPodIdentity(situation) && (has("AWS_CONTAINER_CREDENTIALS_FULL_URI") || has("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"))
        ? ["nobody answers at the container's credentials endpoint"]
        : []),
      ...(left.length > 0 ? [`what ${left.join(", ")} lead${left.length === 1 ? "s" : ""} to answers as AWS does`] : []),
      ...(has("AWS_PROFILE") && Object.keys(files).length === 0 ? ["there is no ~/.aws/config and no ~/.aws/credentials (--shared-files)"] : []),
      "instance metadata is within reach and gives the node's role and region",
      sdkVersion === null
        ? "the SDK is the release that is imitated, with its default chain (SDK@VERSION plays an older one)"
        : `the SDK is the one that is imitated, but for what it did not have in ${sdkVersion}`,
    ],
  };
}
