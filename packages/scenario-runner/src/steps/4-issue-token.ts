import { answered, type StepDefinition } from "./step-definition.js";

export const issueToken: StepDefinition = {
  step: 4,
  title: "The tokens controller issues a token, signed by the issuer's key",
  why: "The token states who the pod is, for which audience and until when. Anyone can verify it with the issuer's public key.",
  technical:
    "The kubelet calls TokenRequest on the API server, which signs with its own private key and writes the issuer's URL into iss. Nobody calls the OIDC provider to get a token: it is two static documents that verifiers read. In Kubernetes the name tokens controller belongs to another part; here it is the TokenRequest issuer.",
  evidence: [answered("TokenRequest", 201, "the API server answered the TokenRequest with a signed token")],
};
