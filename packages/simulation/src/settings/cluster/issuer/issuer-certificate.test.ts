import { epochMillis, type IssuerUrl, verifyCertificateChain } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { WELL_KNOWN_KEYS } from "../../../keys/well-known-keys.js";
import { issuerCertificate } from "./issuer-certificate.js";

const AT = epochMillis(Date.UTC(2026, 0, 5, 9));
const PUBLIC = [WELL_KNOWN_KEYS.publicRoot, WELL_KNOWN_KEYS.serviceAuthority.certificate];

test.each([
  { url: "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90", problem: null },
  { url: "https://demo-issuer.s3.eu-west-1.amazonaws.com", problem: null },
  { url: "https://kubernetes.default.svc.cluster.local", problem: null },
  { url: "https://10.0.0.1:6443", problem: null },
  { url: "https://issuer.s3.example.com/path", problem: null },
  { url: "https://issuer.example.com", problem: "ERR_TLS_UNTRUSTED" },
])("the certificate of $url: $problem", ({ url, problem }) => {
  const { chain } = issuerCertificate(WELL_KNOWN_KEYS, url as IssuerUrl);
  expect(verifyCertificateChain({ host: new URL(url).hostname, chain, at: AT }, PUBLIC)?.code ?? null).toBe(problem);
});
