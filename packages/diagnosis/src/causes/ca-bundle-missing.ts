import type { Cause } from "../cause.js";
import { unansweredSts } from "../unanswered.js";

/** failures.md, rank 35. */
export const caBundleMissing: Cause = {
  id: "ca-bundle-missing",
  rank: "missing",
  met: "often",
  narrows: ["service-unreachable"],
  title: "The container has no root certificates, so it trusts no server",
  see: 'Post "https://sts.amazonaws.com/": x509: certificate signed by unknown authority; SSL certificate verify error: (20:unable to get local issuer certificate)',
  why: "Slim or distroless image; library with its own trust path.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- ls -l /etc/ssl/certs/ca-certificates.crt",
    "kubectl debug -n NAMESPACE POD --image=curlimages/curl -- curl -sv https://sts.REGION.amazonaws.com/",
  ],
  sources: [
    "https://github.com/falcosecurity/charts/issues/397",
    "https://github.com/doitintl/secrets-init/issues/26",
    "https://github.com/nginx/nginx-s3-gateway/issues/132",
    "https://github.com/nginx/nginx-s3-gateway/pull/116",
  ],
  explainOwnError(error) {
    const call = unansweredSts(error);
    if (call?.code !== "ERR_TLS_UNTRUSTED") return null;
    const issuer = call.exchange.tls?.issuer ?? "a public CA";
    return {
      because: `${call.host} showed a certificate issued by ${issuer}, and the container has no root certificate that leads there`,
      fix: "install ca-certificates in the image, or point the library to a bundle that is there (SSL_CERT_FILE, AWS_CA_BUNDLE)",
      edits: [{ source: "call", pointer: "/app/trustedRoots", value: ["public"] }],
    };
  },
};
