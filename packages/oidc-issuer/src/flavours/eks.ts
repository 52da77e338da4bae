import { eksKeyId } from "../keys/key-id.js";
import type { Flavour } from "./flavour.js";

/** What EKS and the recipes for an issuer of one's own add to the discovery document. */
export const AUTHORIZATION_ENDPOINT = "urn:kubernetes:programmatic_authorization";

/**
 * EKS's public issuer.
 *
 * Leaves out: the throttling of calls.
 * @see kubernetes-tokens.md, section 9
 */
export const EKS: Flavour = {
  keyId: eksKeyId,
  discovery: ({ issuer, jwksUri }) => ({
    issuer,
    jwks_uri: jwksUri,
    authorization_endpoint: AUTHORIZATION_ENDPOINT,
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    claims_supported: ["sub", "iss"],
    id_token_signing_alg_values_supported: ["RS256"],
  }),
  jwk: ({ kid, algorithm, members }) => {
    if (algorithm !== "RS256") throw new Error("an issuer's key on EKS is an RSA key");
    return { kty: "RSA", kid, use: "sig", alg: algorithm, ...members };
  },
  keysPath: "/keys",
  keysContentType: "application/json",
  mindsAccept: false,
  methods: ["GET", "HEAD"],
  cacheControl: "public, max-age=3600",
  isAtServerRoot: false,
  isCopied: false,
};
