import { createHostDirectory, createInMemoryTransport, createNetwork, createTrace, epochMillis, trustAnchors, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { WELL_KNOWN_KEYS } from "../keys/well-known-keys.js";
import { createPodTransport } from "./create-pod-transport.js";
import { createInspection, isInspected } from "./inspect-tls.js";

const HOST = "sts.eu-west-1.amazonaws.com";

test.each([
  { hosts: null, host: HOST, inspected: true },
  { hosts: [HOST], host: HOST, inspected: true },
  { hosts: [HOST], host: "s3.eu-west-1.amazonaws.com", inspected: false },
  { hosts: ["*.amazonaws.com"], host: HOST, inspected: true },
  { hosts: ["*.amazonaws.com"], host: "amazonaws.com", inspected: false },
])("$host under $hosts: $inspected", ({ hosts, host, inspected }) => {
  expect(isInspected({ hosts }, host)).toBe(inspected);
});

const COMPANY = [WELL_KNOWN_KEYS.companyAuthority.certificate];
const PUBLIC = [WELL_KNOWN_KEYS.publicRoot];

test.each([
  { name: "the company's root, under inspection", roots: COMPANY, endpoint: false, outcome: 200 },
  { name: "the public roots, under inspection", roots: PUBLIC, endpoint: false, outcome: "ERR_TLS_UNTRUSTED" },
  { name: "the public roots, through an endpoint", roots: PUBLIC, endpoint: true, outcome: 200 },
  { name: "the company's root, through an endpoint", roots: COMPANY, endpoint: true, outcome: "ERR_TLS_UNTRUSTED" },
])("an app that trusts $name", async ({ roots, endpoint, outcome }) => {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const trace = createTrace(clock);
  const hosts = createHostDirectory();
  hosts.listen({ host: HOST, actor: "sts", handler: async () => ({ status: 200, headers: {}, body: "" }), certificate: WELL_KNOWN_KEYS.certificates.sts });
  const cluster = {
    internet: true,
    vpcEndpoints: endpoint ? [{ id: "vpce-1a2b3c4d", hosts: [HOST] }] : [],
    proxy: null,
    tlsInspection: { hosts: null },
    clusterDns: true,
    sidecarReadyAfterMs: null,
    hasInstanceMetadata: true,
  };
  const sender = () => ({ environment: {}, readsProxyVariables: false, asksClusterDns: true, runningForMs: 0 });
  const end = { sender, pod: "default/p", tellsPod: false, inspect: createInspection(WELL_KNOWN_KEYS, clock) };
  const network = createNetwork(hosts, createPodTransport(createInMemoryTransport(hosts, clock), cluster, end), clock);
  const sent = network.send({ method: "GET", url: `https://${HOST}/`, headers: {}, body: "" }, trace.root, { name: "Ask", tls: trustAnchors(roots) });
  expect(
    await sent.then(
      ({ status }) => status,
      (error: { readonly code: string }) => error.code,
    ),
  ).toBe(outcome);
});
