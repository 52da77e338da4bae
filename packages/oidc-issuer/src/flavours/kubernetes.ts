import { kubernetesKeyId } from "../keys/key-id.js";
import type { Flavour } from "./flavour.js";

/**
 * kube-apiserver's own issuer.
 *
 * Differs from kube-apiserver: its keys change while it runs, where the real one reads them at its start; and anybody may read the documents.
 * @see kubernetes-tokens.md, section 3.1
 */
export const KUBERNETES: Flavour = {
  keyId: kubernetesKeyId,
  discovery: ({ issuer, jwksUri, algorithms }) => ({
    issuer,
    jwks_uri: jwksUri,
    response_types_supported: ["id_token"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: algorithms,
  }),
  jwk: ({ kid, algorithm, members: { crv, ...numbers } }) =>
    crv === undefined ? { use: "sig", kty: "RSA", kid, alg: algorithm, ...numbers } : { use: "sig", kty: "EC", kid, crv, alg: algorithm, ...numbers },
  keysPath: "/openid/v1/jwks",
  keysContentType: "application/jwk-set+json",
  mindsAccept: true,
  methods: ["GET"],
  cacheControl: "public, max-age=3600",
  isAtServerRoot: true,
  isCopied: false,
};
