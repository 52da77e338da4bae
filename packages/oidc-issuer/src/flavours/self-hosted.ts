import { AUTHORIZATION_ENDPOINT } from "./eks.js";
import type { Flavour } from "./flavour.js";
import { KUBERNETES } from "./kubernetes.js";

/**
 * An issuer whose documents an operator uploads to a public S3 bucket, for a cluster that is not EKS.
 *
 * Differs from S3: headers are the least, and a path that is not there gets the plain 404 of the other flavours.
 * @see kubernetes-tokens.md, section 9
 */
export const SELF_HOSTED: Flavour = {
  ...KUBERNETES,
  discovery: ({ issuer, jwksUri, algorithms }) => ({
    issuer,
    jwks_uri: jwksUri,
    authorization_endpoint: AUTHORIZATION_ENDPOINT,
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: algorithms,
    claims_supported: ["sub", "iss"],
  }),
  keysPath: "/keys.json",
  keysContentType: "application/json",
  mindsAccept: false,
  methods: ["GET", "HEAD"],
  cacheControl: null,
  isAtServerRoot: false,
  isCopied: true,
};
