import { integer, list, namespace, pattern, strictObject, text } from "@irsa-sim/core/schema";
import { containerFields } from "../container-fields.js";

/** A program in a container asks the API server for a token. */
export const requestTokenSchema = strictObject({
  ...containerFields,
  for: strictObject({
    serviceAccount: text("the service account's name").describe("name of the service account"),
    namespace: namespace.default("default"),
  }).describe("the service account for which a token is asked, with the pod's own token; the pod's account needs the right to create serviceaccounts/token"),
  audiences: list(text("an audience"), "a list of audiences")
    .default(["sts.amazonaws.com"])
    .describe("what the token is to be for; sts.amazonaws.com when left out"),
  expirationSeconds: integer(1, 2 ** 32)
    .optional()
    .describe("how long the token is to live; what the API server gives when left out"),
  saveTo: pattern(/^\//, "an absolute path").describe("the file in the container into which the token is written"),
});
