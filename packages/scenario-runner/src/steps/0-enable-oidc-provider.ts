import { answered, type StepDefinition } from "./step-definition.js";

export const enableOidcProvider: StepDefinition = {
  step: 0,
  title: "Enable the cluster's OIDC provider",
  why: "AWS believes a cluster's issuer only if the account has registered it and a role trusts it. It cannot know by itself who runs in a cluster.",
  technical:
    "The issuer is two public documents: discovery and JWKS. IAM keeps the issuer's URL without its scheme, the client ids (audiences) and a thumbprint of the certificate chain; for issuers whose certificate a public CA signed, AWS no longer looks at the thumbprint.",
  evidence: [
    answered("Discovery document", 200, "the issuer serves its discovery document"),
    answered("JWKS", 200, "the issuer serves its public keys"),
    answered("CreateOpenIDConnectProvider", 200, "IAM registered the issuer as an OIDC provider"),
    answered("CreateRole", 200, "IAM created the role with its trust policy"),
  ],
};
