import { beforeAll, describe, expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { generateRsaKey } from "../tls/generate-key.js";
import { issueCertificate } from "../tls/issue-certificate.js";
import { summarizePeer } from "../tls/summarize-peer.js";
import type { ServerCertificate, TlsPeer, TlsPolicy } from "../tls/tls-policy.js";
import { createTrace } from "../trace/create-trace.js";
import { createHostDirectory } from "./host-directory.js";
import { createInMemoryTransport } from "./in-memory-transport.js";
import { bodyBytes, bodyText, type HttpRequest } from "./message.js";
import { createNetwork } from "./network.js";
import { NetworkError } from "./network-error.js";

const NOW = epochMillis(5000);

let certificate: ServerCertificate;
beforeAll(async () => {
  const privateKey = await generateRsaKey();
  const validity = { notBefore: new Date(0), notAfter: new Date(10_000) };
  certificate = { chain: [issueCertificate({ commonName: "sts", hosts: ["sts.test"], privateKey, validity, serialNumber: "01" })], privateKey };
});

function createSender() {
  const clock = new VirtualClock(NOW);
  const trace = createTrace(clock);
  const hosts = createHostDirectory();
  const received: HttpRequest[] = [];
  const handler = async (request: HttpRequest) => {
    received.push(request);
    return { status: 200, headers: {}, body: "" };
  };
  hosts.listen({ host: "sts.test:8443", actor: "sts", handler, certificate });
  hosts.listen({ host: "plain.test", actor: "s3", handler });
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock), clock);
  const send = (request: Partial<HttpRequest>, tls?: TlsPolicy) =>
    network.send({ method: "GET", url: "http://plain.test/", headers: {}, body: "", ...request }, trace.root, { name: "Ask", ...(tls && { tls }) });
  return { hosts, received, send, trace };
}

describe("the handshake", () => {
  test("shows the policy host, chain and time, and the trace the certificate", async () => {
    const { send, trace } = createSender();
    const seen: TlsPeer[] = [];
    await send({ url: "https://sts.test:8443/" }, { accept: (peer) => void seen.push(peer) });
    expect(seen).toEqual([{ host: "sts.test", chain: certificate.chain, at: NOW }]);
    expect(trace.events).toMatchObject([
      { to: "sts", tls: summarizePeer({ chain: certificate.chain, host: "sts.test" }), response: { status: 200 }, failure: null },
    ]);
  });

  test("that the policy refuses ends the exchange, and the request never arrives", async () => {
    const { send, trace, received } = createSender();
    const refuse = {
      accept: () => {
        throw new NetworkError("ERR_TLS_UNTRUSTED", "not that one");
      },
    };
    await expect(send({ url: "https://sts.test:8443/" }, refuse)).rejects.toThrow("not that one");
    expect(received).toEqual([]);
    expect(trace.events).toMatchObject([
      { tls: summarizePeer({ chain: certificate.chain, host: "sts.test" }), response: null, failure: { code: "ERR_TLS_UNTRUSTED", message: "not that one" } },
    ]);
  });

  test.each([
    {
      name: "a host without certificate",
      url: "https://plain.test/",
      tls: { accept: () => {} },
      error: new NetworkError("ERR_TLS_NO_CERTIFICATE", "plain.test does not speak TLS"),
    },
    { name: "no policy", url: "https://sts.test:8443/", tls: undefined, error: new Error("Ask goes to https://sts.test:8443 without a TLS policy") },
    {
      name: "nobody at the scheme's own port",
      url: "https://sts.test/",
      tls: { accept: () => {} },
      error: new NetworkError("ENOTFOUND", "getaddrinfo ENOTFOUND sts.test"),
    },
  ])("fails for $name", async ({ url, tls, error }) => {
    const { send, trace } = createSender();
    await expect(send({ url }, tls)).rejects.toThrow(error);
    const failure = error instanceof NetworkError ? { code: error.code, message: error.message } : null;
    expect(trace.events).toMatchObject([{ tls: null, failure }]);
  });

  test("is not played over plain HTTP, to nobody either: then the simulator is the receiver", async () => {
    const { send, trace } = createSender();
    await expect(send({ url: "http://nobody.test/" })).rejects.toThrow(NetworkError);
    await send(
      {},
      {
        accept: () => {
          throw new Error("was asked");
        },
      },
    );
    expect(trace.events).toMatchObject([{ to: "simulator" }, { to: "s3", tls: null, failure: null }]);
  });
});

describe("what a client adds to every request", () => {
  test.each<{ readonly name: string; readonly request: Partial<HttpRequest>; readonly headers: HttpRequest["headers"] }>([
    { name: "nothing sent: the host", request: {}, headers: { host: "plain.test" } },
    { name: "text: its length in bytes", request: { body: "ü" }, headers: { host: "plain.test", "content-length": "2" } },
    { name: "bytes: how many", request: { body: new Uint8Array(3) }, headers: { host: "plain.test", "content-length": "3" } },
    { name: "an empty POST", request: { method: "POST" }, headers: { host: "plain.test", "content-length": "0" } },
    { name: "an empty PUT", request: { method: "PUT" }, headers: { host: "plain.test", "content-length": "0" } },
    { name: "an empty DELETE", request: { method: "DELETE" }, headers: { host: "plain.test" } },
    {
      name: "what the sender says counts",
      request: { body: "x", headers: { host: "other.test", "content-length": "9", accept: "*/*" } },
      headers: { host: "other.test", "content-length": "9", accept: "*/*" },
    },
  ])("$name", async ({ request, headers }) => {
    const { send, received } = createSender();
    await send(request);
    expect(received.map((one) => one.headers)).toEqual([headers]);
  });
});

test.each([
  { host: "a.s3.test", actor: "s3" },
  { host: "exact.s3.test", actor: "sts" },
  { host: "a.b.s3.test", actor: null },
  { host: "s3.test", actor: null },
  { host: "*.s3.test", actor: "s3" },
])("$host is answered by $actor: a wildcard stands for one label, and a name goes before it", ({ host, actor }) => {
  const hosts = createHostDirectory();
  const handler = async () => ({ status: 200, headers: {}, body: "" });
  hosts.listen({ host: "*.s3.test", actor: "s3", handler });
  hosts.listen({ host: "exact.s3.test", actor: "iam", handler });
  hosts.listen({ host: "exact.s3.test", actor: "sts", handler });
  expect(hosts.resolve(host)?.actor ?? null).toBe(actor);
});

test("a body is text or bytes, whichever was sent", () => {
  const [text, bytes] = [{ body: "ü" }, { body: Uint8Array.of(0xc3, 0xbc) }];
  expect([bodyText(text), bodyText(bytes)]).toEqual(["ü", "ü"]);
  expect([bodyBytes(text), bodyBytes(bytes)]).toEqual([bytes.body, bytes.body]);
});

test("an error knows what was tried, if anything, and says itself as data", () => {
  const error = new NetworkError("ETIMEDOUT", "too late", { address: "203.0.113.7", proxy: "http://egress.example" });
  expect([error.name, error.address, error.proxy]).toEqual(["NetworkError", "203.0.113.7", "http://egress.example"]);
  expect(error.toJSON()).toEqual({ code: "ETIMEDOUT", message: "too late", hint: null });
  expect(new NetworkError("ENOTFOUND", "who?")).toMatchObject({ address: null, proxy: null, hint: null });
});
