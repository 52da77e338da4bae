/** Who the cluster's tokens are from. */
import { choice, flag, pattern, strictObject, text } from "@irsa-sim/core/schema";
import { OWN_ISSUER_HOST } from "../../../keys/key-material.js";

const issuerUrl = pattern(
  /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/[\w.~%-]+)*$/,
  "https:// and a host in lower case, such as https://BUCKET.s3.REGION.amazonaws.com, perhaps with a path, without a slash at the end",
);

export const issuerId = pattern(/^[0-9A-F]{32}$/, "32 upper-case hex characters")
  .default("A1B2C3D4E5F60718293A4B5C6D7E8F90")
  .describe("last part of the issuer's URL, on EKS");

export const flavour = choice(["eks", "self-hosted"])
  .default("eks")
  .describe("who runs the control plane and publishes the issuer's documents; eks when left out");

export const issuer = strictObject({
  url: issuerUrl.describe(
    `where discovery document and keys are published; the variables issuer and issuerUrl stand for it. A public CA signed the certificate of its host, but for ${OWN_ISSUER_HOST}, whose certificate leads to a root of the operator's own`,
  ),
  serviceAccountIssuer: text("the issuer that the API server writes into tokens").optional().describe("--service-account-issuer; url when left out"),
  documentIssuer: text("the issuer that the discovery document names").optional().describe("issuer in the discovery document; url when left out"),
  key: choice(["rsa", "ec-p256", "ec-p384"])
    .default("rsa")
    .describe(
      "what the API server signs tokens with, --service-account-signing-key-file: an RSA key, or one on a curve, as RS256, ES256 or ES384; rsa when left out",
    ),
  public: flag().default(true).describe("whether anybody may read the documents; true when left out"),
})
  .optional()
  .describe("the issuer of a self-hosted cluster, for which it must be there");
