import type { ChainInputs } from "./chain-report.js";
import { takesKnownRole } from "./chain-scenario.js";
import { type ChainSituation, leadingElsewhere } from "./chain-situation.js";

/** Says what was played with. */
export function chainInputs(situation: ChainSituation): ChainInputs {
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
      ...(has("AWS_CONTAINER_CREDENTIALS_FULL_URI") || has("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        ? ["nobody answers at the container's credentials endpoint"]
        : []),
      ...(left.length > 0 ? [`what ${left.join(", ")} lead${left.length === 1 ? "s" : ""} to answers as AWS does`] : []),
      ...(has("AWS_PROFILE") && Object.keys(files).length === 0 ? ["there is no ~/.aws/config and no ~/.aws/credentials (--shared-files)"] : []),
      "instance metadata is within reach and gives the node's role",
      "the SDK is the release that is imitated, with its default chain",
    ],
  };
}
