import type { Cause } from "../cause.js";
import { noteOfSearch } from "../credential-search.js";
import { credentialsOf } from "../credentials-of.js";
import { isCallerRefused } from "../node-role.js";

/** Not in failures.md: the reverse of rank 16. */
export const credentialsFilePassedOver: Cause = {
  id: "credentials-file-passed-over",
  rank: "without-effect",
  title: "Keys in a credentials file stand behind web identity, and nobody read them",
  see: "AccessDenied (403) for the IRSA role, on a bucket that the keys in the mounted file were meant for",
  why: "Most SDKs ask web identity before the shared files. Once the webhook has set its variables, a mounted credentials file counts only where its profile is named.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_", "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity", "irsa-sim chain SDK"],
  sources: ["https://github.com/velero-io/velero/issues/7302", "https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html"],
  explain(symptom) {
    const { check, events } = symptom;
    const shadowed = noteOfSearch(events, "sdk.profile-shadowed")?.attributes;
    const credentials = credentialsOf(symptom);
    if (!isCallerRefused(check) || shadowed === undefined || credentials?.source !== "web-identity") return null;
    const profile = String(shadowed.profile);
    return {
      because: `the file ${String(shadowed.file)} has the key ${String(shadowed.accessKeyId)} in profile ${profile}, but this SDK asks web identity first, so the call went out as ${String(credentials.roleArn)}`,
      fix: `name the profile ${profile} in the app's code or settings for the client that needs it, or give that client the file's provider`,
      edits: [{ source: "call", pointer: "/app/profile", value: profile }],
    };
  },
};
