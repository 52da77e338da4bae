import { passed, type StepDefinition } from "./step-definition.js";

export const validateToken: StepDefinition = {
  step: 7,
  title: "STS validates the token with the OIDC provider, then asks the trust policy",
  why: "Is this token genuine, and does the role trust this very service account? In this order: a registered issuer, the right audience, a good signature, in its time; then the trust policy.",
  technical:
    "STS finds the provider by iss in the account of the role, fetches discovery and JWKS over TLS, and verifies. Whatever is wrong with the token is InvalidIdentityToken or ExpiredTokenException (400); whatever is wrong with role or trust policy is one opaque AccessDenied (403).",
  evidence: [
    passed("sts.provider", "the account has a provider for the token's issuer"),
    passed("sts.signature", "the signature verifies with the issuer's key"),
    passed("sts.trust-policy", "the role's trust policy allows this service account"),
  ],
};
