/** TLS: certificates made, shown and checked. */
export { generateEcKey, generateRsaKey } from "./generate-key.js";
export { type CertificateAuthority, type CertificateRequest, issueCertificate, issueCertificateAsync, type Validity } from "./issue-certificate.js";
export { certificateThumbprint, validityOf } from "./parse-certificate.js";
export { summarizePeer } from "./summarize-peer.js";
export type { ServerCertificate, TlsPeer, TlsPolicy } from "./tls-policy.js";
export { trustAnchors } from "./trust-anchors.js";
export { type ChainProblem, verifyCertificateChain } from "./verify-certificate-chain.js";
