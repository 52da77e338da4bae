import { epochMillis, verifyCertificateChain } from "@irsa-sim/core";
import { WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { expect, test } from "vitest";
import { loopbackCertificate } from "./loopback-certificate.js";
import { webhookManifest } from "./webhook-manifest.js";

const AT = epochMillis(Date.UTC(2026, 0, 5, 9));

interface Manifest {
  readonly metadata: { readonly name: string };
  readonly webhooks: readonly { readonly clientConfig: { readonly url: string; readonly caBundle: string }; readonly failurePolicy: string }[];
}

test("an API server is told the URL, and lets pods through when nobody answers there", () => {
  const { metadata, webhooks } = webhookManifest("https://sim.example:4578", WELL_KNOWN_KEYS) as unknown as Manifest;
  expect(metadata).toEqual({ name: "irsa-sim" });
  expect(webhooks).toMatchObject([{ clientConfig: { url: "https://sim.example:4578/mutate" }, failurePolicy: "Ignore" }]);
});

test.each([
  { name: "under the name that it was told", host: "sim.example", problem: null },
  { name: "at this machine's own address", host: "127.0.0.1", problem: null },
  { name: "under no other name", host: "other.example", problem: "ERR_TLS_HOST_MISMATCH" },
])("its bundle trusts the listener $name", async ({ host, problem }) => {
  const { webhooks } = webhookManifest("https://sim.example:4578", WELL_KNOWN_KEYS) as unknown as Manifest;
  const bundle = atob(webhooks[0]?.clientConfig.caBundle ?? "");
  const roots = bundle.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----\n/g) ?? [];
  const { chain } = await loopbackCertificate(WELL_KNOWN_KEYS, { hosts: ["sim.example"], now: AT });
  expect(verifyCertificateChain({ host, chain, at: AT }, roots)?.code ?? null).toBe(problem);
});
