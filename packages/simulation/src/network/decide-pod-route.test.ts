import { describe, expect, test } from "vitest";
import { type ClusterNetwork, decidePodRoute, type PodRoute, type PodSender } from "./decide-pod-route.js";

const OPEN: ClusterNetwork = {
  internet: true,
  vpcEndpoints: [],
  proxy: null,
  tlsInspection: null,
  clusterDns: true,
  sidecarReadyAfterMs: null,
  hasInstanceMetadata: true,
};
const ENDPOINTS: ClusterNetwork["vpcEndpoints"] = [
  { id: "vpce-1", hosts: ["sts.eu-west-1.amazonaws.com"] },
  { id: "vpce-2", hosts: ["*.s3.eu-west-1.amazonaws.com"] },
];
const PRIVATE: Partial<ClusterNetwork> = { internet: false, vpcEndpoints: ENDPOINTS };
const SENDER: PodSender = { environment: {}, readsProxyVariables: true, asksClusterDns: true, runningForMs: 0 };
const STS = "https://sts.eu-west-1.amazonaws.com/";
const PROXIED: PodSender = { ...SENDER, environment: { HTTPS_PROXY: "http://egress.corp:3128" } };

/** The decision in words: `pass`, `pass by PROXY` or `pass by ENDPOINT`, or `REASON: HOW HOST`. */
function inWords(route: PodRoute): string {
  if (route.act === "drop") return `${route.reason}: ${route.how} ${route.to.host}`;
  const by = route.proxy ?? route.endpoint;
  return by === null ? "pass" : `pass by ${by}`;
}

describe("the way of a pod's request", () => {
  test.each<{ name: string; url?: string; sender?: Partial<PodSender>; network?: Partial<ClusterNetwork>; way: string }>([
    { name: "an open network", way: "pass" },
    { name: "a private one, to the endpoint's name", network: PRIVATE, way: "pass by vpce-1" },
    { name: "an open one with endpoints", network: { vpcEndpoints: ENDPOINTS }, way: "pass by vpce-1" },
    { name: "an open one with endpoints, to another name", network: { vpcEndpoints: ENDPOINTS }, url: "https://sts.amazonaws.com/", way: "pass" },
    { name: "a proxy before the endpoint", network: { ...PRIVATE, proxy: "egress.corp:3128" }, sender: PROXIED, way: "pass by egress.corp:3128" },
    { name: "a private one, to a bucket's name below an endpoint's", network: PRIVATE, url: "https://b.s3.eu-west-1.amazonaws.com/k", way: "pass by vpce-2" },
    {
      name: "a private one, two labels below",
      network: PRIVATE,
      url: "https://a.b.s3.eu-west-1.amazonaws.com/",
      way: "no-route: timeout a.b.s3.eu-west-1.amazonaws.com",
    },
    { name: "a private one, to the global name", network: PRIVATE, url: "https://sts.amazonaws.com/", way: "no-route: timeout sts.amazonaws.com" },
    { name: "the proxy", network: { internet: false, proxy: "egress.corp:3128" }, sender: PROXIED, way: "pass by egress.corp:3128" },
    {
      name: "a proxy, for a client that does not read the variables",
      network: { internet: false, proxy: "egress.corp:3128" },
      sender: { ...PROXIED, readsProxyVariables: false },
      way: "no-route: timeout sts.eu-west-1.amazonaws.com",
    },
    { name: "a proxy that does not exist", sender: PROXIED, way: "proxy-unknown: unresolved egress.corp:3128" },
    { name: "a silent name server", network: { clusterDns: false }, way: "cluster-dns-silent: dns-timeout sts.eu-west-1.amazonaws.com" },
    {
      name: "a silent name server, and a proxy's name",
      network: { clusterDns: false },
      sender: PROXIED,
      way: "cluster-dns-silent: dns-timeout egress.corp:3128",
    },
    { name: "a silent name server that is not asked", network: { clusterDns: false }, sender: { asksClusterDns: false }, way: "pass" },
    {
      name: "a sidecar a moment too early",
      network: { sidecarReadyAfterMs: 10 },
      sender: { runningForMs: 9 },
      way: "sidecar-not-ready: refused sts.eu-west-1.amazonaws.com",
    },
    { name: "a sidecar that is ready", network: { sidecarReadyAfterMs: 10 }, sender: { runningForMs: 10 }, way: "pass" },
    {
      name: "metadata, whatever else is closed",
      network: { ...PRIVATE, clusterDns: false, sidecarReadyAfterMs: 10 },
      url: "http://169.254.169.254/latest/",
      way: "pass",
    },
    {
      name: "metadata where there is none",
      network: { hasInstanceMetadata: false },
      url: "http://169.254.169.254/",
      way: "no-instance-metadata: timeout 169.254.169.254",
    },
    { name: "Pod Identity's agent where there is no metadata", network: { hasInstanceMetadata: false }, url: "http://169.254.170.23/", way: "pass" },
    { name: "a service of the cluster", network: PRIVATE, url: "https://kubernetes.default.svc/", way: "pass" },
  ])("$name: $way", ({ url = STS, sender = {}, network = {}, way }) => {
    expect(inWords(decidePodRoute(new URL(url), { ...SENDER, ...sender }, { ...OPEN, ...network }))).toBe(way);
  });
});
