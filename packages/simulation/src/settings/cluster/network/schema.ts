/** How pods get out of the cluster. */
import { choice, flag, hostAndPort, list, orNull, period, strictObject, toMillis } from "@irsa-sim/core/schema";
import { tlsInspection } from "./tls-inspection-schema.js";
import { vpcEndpoint } from "./vpc-endpoint-schema.js";

export const network = strictObject({
  internet: flag().default(true).describe("whether pods have a route to the internet, through NAT for example; true when left out"),
  vpcEndpoints: list(vpcEndpoint, "a list of services and endpoints")
    .default([])
    .describe("services with a VPC endpoint, which pods reach through it under their regional name, without the internet; none when left out"),
  proxy: orNull(hostAndPort).describe("host and port of a proxy that gets out for apps that have HTTPS_PROXY"),
  tlsInspection: orNull(tlsInspection).describe(
    "a firewall between pods and the internet that opens TLS and shows certificates of the company's own root; what goes through a VPC endpoint passes it by. None when left out",
  ),
  clusterDns: choice(["answers", "silent"])
    .default("answers")
    .describe("whether CoreDNS answers; it does when left out. Pods with dnsPolicy Default do not need it"),
  sidecarReadyAfter: orNull(period.transform(toMillis)).describe(
    "how long after its container the proxy beside each app lets traffic through; no sidecar when left out",
  ),
})
  .prefault({})
  .describe("how pods get out of the cluster; freely when left out");
