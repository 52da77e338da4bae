import type { Cause } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { visible } from "../visible.js";

const VARIABLES = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"];

/** Not in failures.md: the neighbour of rank 16, at a name instead of keys. */
export const profileNotFound: Cause = {
  id: "profile-not-found",
  rank: "mistaken",
  title: "A profile is named that the container does not have",
  see: "The config profile (NAME) could not be found; failed to get shared config profile, NAME",
  why: "AWS_PROFILE came along from a laptop, or a setting names a profile of somebody's own files. SDKs look for it first, and web identity is never tried.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_PROFILE", "kubectl exec -n NAMESPACE POD -- cat /root/.aws/config"],
  sources: ["https://github.com/okigan/awscurl/issues/122", "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"],
  explainOwnError(error) {
    if (error.told.code !== "ProfileNotFound") return null;
    const variable = writtenContainer(error)?.container.env?.find(({ name }) => VARIABLES.includes(name));
    const who = variable === undefined ? "the app's own settings name a profile" : `${variable.name} names the profile ${visible(variable.value ?? "")}`;
    return {
      because: `${who}, and no shared file of the container has it: ${error.told.message}; web identity was never tried`,
      fix: variable === undefined ? "take the profile out of the app's settings" : `take ${variable.name} out of the container's env and create the pod again`,
      edits:
        variable === undefined
          ? [
              { source: "call", pointer: "/app/environment/AWS_PROFILE", value: null },
              { source: "call", pointer: "/app/environment/AWS_DEFAULT_PROFILE", value: null },
              { source: "call", pointer: "/app/profile", value: null },
            ]
          : environmentEdits(error, { [variable.name]: null }),
    };
  },
};
