/** Step 0: the cluster's OIDC issuer: signing key, discovery document, JWKS. */
export { createOidcIssuer, type OidcIssuer, type OidcIssuerOptions } from "./create-oidc-issuer.js";
export { eksKeyId, kubernetesKeyId } from "./keys/key-id.js";
