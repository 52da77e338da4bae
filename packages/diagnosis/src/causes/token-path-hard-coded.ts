import type { Cause } from "../cause.js";
import { noteOfSearch } from "../credential-search.js";

/** failures.md, rank 50. */
export const tokenPathHardCoded: Cause = {
  id: "token-path-hard-coded",
  rank: "mistaken",
  met: "sometimes",
  title: "The program reads the token at a path of its own and not where the variable says",
  see: "no such file or directory outside EKS; cannot be run locally",
  why: "Path constant in code; or token must be passed as a value.",
  prove: ["kubectl exec -n NAMESPACE POD -- sh -c 'ls -l $AWS_WEB_IDENTITY_TOKEN_FILE'", "grep -r serviceaccount/token in the program's source"],
  sources: [
    "https://github.com/crossplane-contrib/provider-aws/issues/1775",
    "https://github.com/kanisterio/kanister/issues/2509",
    "https://github.com/minio/minio-js/issues/1078",
  ],
  explainOwnError({ told, events }) {
    const file = noteOfSearch(events, "sdk.token-file-in-code")?.attributes;
    if (told.code !== "ENOENT" || file === undefined || file.path === file.insteadOf) return null;
    const variable =
      file.insteadOf === "" ? "AWS_WEB_IDENTITY_TOKEN_FILE is not set here" : `the token is at ${String(file.insteadOf)}, as AWS_WEB_IDENTITY_TOKEN_FILE says`;
    return {
      because: `the program reads ${String(file.path)}, which stands in its code, and there is no such file: ${variable}`,
      fix: "read the path from AWS_WEB_IDENTITY_TOKEN_FILE, or leave it to the SDK, which does",
      edits: [{ source: "call", pointer: "/app/webIdentityToken/file", value: null }],
    };
  },
};
