import { choice, flag, integer, list, minorVersion, pattern, period, strictObject, text } from "@irsa-sim/core/schema";
import { OWN_ISSUER_HOST } from "@irsa-sim/simulation";

const networkSchema = strictObject({
  internet: flag().optional().describe("whether pods have a route to the internet, through NAT for example; true when left out"),
  vpcEndpoints: list(choice(["sts", "s3"]), "a list of services")
    .optional()
    .describe("services with a VPC endpoint, which pods reach without the internet under their regional name; none when left out"),
  proxy: pattern(/^[a-z0-9.-]+:\d+$/, "host:port, such as egress.corp.internal:3128")
    .optional()
    .describe("host and port of a proxy that gets out for apps that have HTTPS_PROXY"),
  clusterDns: choice(["answers", "silent"]).optional().describe("whether CoreDNS answers; it does when left out. Pods with dnsPolicy Default do not need it"),
  sidecarReadyAfter: period.optional().describe("how long after its container the proxy beside each app lets traffic through; no sidecar when left out"),
});

/** What is at an operator's own host: its certificate is signed by a root of the operator's own. */
const OWN_HOST = OWN_ISSUER_HOST.replaceAll(".", String.raw`\.`);
const BUCKET_HOST = String.raw`[a-z0-9-]+\.s3\.[a-z0-9-]+\.amazonaws\.com(\.cn)?`;
const issuerUrl = pattern(
  new RegExp(String.raw`^https://(${OWN_HOST}|${BUCKET_HOST})(/[\w.-]+)*$`),
  `https://BUCKET.s3.REGION.amazonaws.com or https://${OWN_ISSUER_HOST}, perhaps with a path, without a slash at the end`,
);

const issuer = strictObject({
  url: issuerUrl.describe(
    `where discovery document and keys are uploaded; the variables issuer and issuerUrl stand for it. A bucket, whose certificate a public CA signed, or ${OWN_ISSUER_HOST}, whose certificate leads to a root of the operator's own`,
  ),
  serviceAccountIssuer: text("the issuer that the API server writes into tokens").optional().describe("--service-account-issuer; url when left out"),
  documentIssuer: text("the issuer that the discovery document names").optional().describe("issuer in the discovery document; url when left out"),
  public: flag().optional().describe("whether anybody may read the documents; true when left out"),
});

/** The cluster, its control plane and its node. */
export const clusterSchema = strictObject({
  name: text("the cluster's name").describe("name of the cluster"),
  version: minorVersion.optional().describe("Kubernetes' minor version, which decides who may read a token file; a current one when left out"),
  region: pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region such as eu-west-1").describe("AWS region of the cluster and of the services that are called"),
  issuerId: pattern(/^[0-9A-F]{32}$/, "32 upper-case hex characters").describe("last part of the issuer's URL, on EKS"),
  flavour: choice(["eks", "self-hosted"]).optional().describe("who runs the control plane and publishes the issuer's documents; eks when left out"),
  issuer: issuer.optional().describe("the issuer of a self-hosted cluster, for which it must be there"),
  node: text("the node's name").describe("name of the only node"),
  nodeOs: choice(["linux", "windows"]).optional().describe("operating system of the node and its containers; linux when left out"),
  instanceId: pattern(/^i-[0-9a-f]{8,17}$/, "an instance id such as i-0a1b2c3d4e5f67890").describe("the node's EC2 instance"),
  instanceMetadata: strictObject({
    endpoint: choice(["enabled", "disabled"]).optional().describe("whether the service answers; enabled when left out"),
    tokens: choice(["required", "optional"]).optional().describe("required for version 2 only; required when left out"),
    hopLimit: integer(1, 64).optional().describe("2 lets pods in, 1 keeps them out; 2 when left out"),
  })
    .optional()
    .describe("the node's instance metadata service"),
  compute: choice(["ec2", "fargate"]).optional().describe("what the node is; ec2 when left out. On fargate there is no instance metadata and no node role"),
  metadataAgent: choice(["kiam"])
    .optional()
    .describe(
      "an agent on the node that answers pods in the place of instance metadata, with the role of their annotation iam.amazonaws.com/role; none when left out",
    ),
  network: networkSchema.optional().describe("how pods get out of the cluster; freely when left out"),
  maxTokenExpirationSeconds: integer(3600, 4_294_967_296).optional().describe("--service-account-max-token-expiration; 86400 when left out, as on EKS"),
  clockSkews: strictObject({
    app: integer(-31_536_000, 31_536_000).optional().describe("of the apps' containers"),
    sts: integer(-31_536_000, 31_536_000).optional().describe("of STS"),
    issuer: integer(-31_536_000, 31_536_000).optional().describe("of the control plane, which issues tokens"),
    node: integer(-31_536_000, 31_536_000).optional().describe("of the node, and so of the kubelet"),
  })
    .optional()
    .describe("wrong clocks, in seconds ahead or, when negative, behind"),
}).superRefine(({ flavour = "eks", issuer: written }, context) => {
  if (flavour === "self-hosted" && written === undefined)
    context.addIssue({ code: "custom", path: ["flavour"], message: "self-hosted together with issuer, which says where the documents are" });
  if (flavour === "eks" && written !== undefined)
    context.addIssue({ code: "custom", path: ["issuer"], message: "no issuer, since EKS makes its own from issuerId" });
});
