import {
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  createTrace,
  epochMillis,
  generateRsaKey,
  type Handler,
  type HttpRequest,
  issueCertificate,
  NetworkError,
  type ServerCertificate,
  type Transport,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoopbackTransport, startLoopbackTransport } from "../src/index.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const validity = { notBefore: new Date("2020-01-01T00:00:00Z"), notAfter: new Date("2030-01-01T00:00:00Z") };
const clock = new VirtualClock(NOW);
const hosts = createHostDirectory();
const seen: HttpRequest[] = [];

/** Answers with what it was sent, and remembers it. */
const echo: Handler = async (request) => {
  seen.push(request);
  return { status: 200, headers: { "content-type": "text/plain", "x-method": request.method }, body: request.body };
};

let loopback: LoopbackTransport;
let anchors: readonly string[];
let otherRoot: string;

beforeAll(async () => {
  const [rootKey, serverKey, otherKey] = (await Promise.all([generateRsaKey(), generateRsaKey(), generateRsaKey()])) as [string, string, string];
  const root = issueCertificate({ commonName: "test root", hosts: [], privateKey: rootKey, validity, serialNumber: "01" });
  otherRoot = issueCertificate({ commonName: "other root", hosts: [], privateKey: otherKey, validity, serialNumber: "01" });
  const authority = { certificate: root, privateKey: rootKey };
  const certificate = (host: string, valid = validity): ServerCertificate => ({
    chain: [issueCertificate({ commonName: host, hosts: [host], privateKey: serverKey, validity: valid, serialNumber: "02" }, authority)],
    privateKey: serverKey,
  });
  anchors = [root];
  hosts.listen({ host: "good.test", actor: "sts", handler: echo, certificate: certificate("good.test") });
  hosts.listen({ host: "*.wild.test", actor: "s3", handler: echo, certificate: certificate("*.wild.test") });
  hosts.listen({ host: "wrong-name.test", actor: "sts", handler: echo, certificate: certificate("another.test") });
  hosts.listen({
    host: "expired.test",
    actor: "sts",
    handler: echo,
    certificate: certificate("expired.test", { ...validity, notAfter: new Date("2025-01-01T00:00:00Z") }),
  });
  hosts.listen({ host: "plain.test", actor: "node", handler: echo });
  hosts.listen({
    host: "faulty.test",
    actor: "sts",
    handler: async () => {
      throw new Error("a fault of the simulator");
    },
    certificate: certificate("faulty.test"),
  });
  hosts.listen({
    host: "slow.test",
    actor: "sts",
    handler: async (request, span) => {
      await clock.sleep(60_000);
      return echo(request, span);
    },
    certificate: certificate("slow.test"),
  });
  loopback = await startLoopbackTransport({ hosts, clock });
});

afterAll(() => loopback.close());

const form = { "content-type": "application/x-www-form-urlencoded" };

/** One request by each transport: what the handler saw, and what came back or went wrong. */
function sendBy(transport: Transport, request: HttpRequest, roots = anchors) {
  return clock.run(() => send(transport, request, roots));
}

async function send(transport: Transport, request: HttpRequest, roots: readonly string[]) {
  const trace = createTrace(clock);
  seen.length = 0;
  try {
    const response = await createNetwork(hosts, transport, clock).send(request, trace.root, { name: "Test", tls: trustAnchors(roots), timeoutMs: 5000 });
    return { response, seen: [...seen], events: trace.events };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { code: error.code, seen: [...seen], events: trace.events };
  }
}

describe("a socket carries what memory carries", () => {
  test.each<{ readonly name: string; readonly request: HttpRequest }>([
    { name: "GET with a query", request: { method: "GET", url: "https://good.test/a/b?x=1&y=%2F", headers: { accept: "application/json" }, body: "" } },
    { name: "POST of a form", request: { method: "POST", url: "https://good.test/", headers: form, body: "Action=Test&Token=a%2Bb" } },
    { name: "empty POST", request: { method: "POST", url: "https://good.test/", headers: form, body: "" } },
    { name: "PUT of bytes that are no text", request: { method: "PUT", url: "https://good.test/key", headers: {}, body: Uint8Array.of(0, 255, 254, 10) } },
    { name: "wildcard host", request: { method: "GET", url: "https://bucket.wild.test/k", headers: {}, body: "" } },
    { name: "plain http", request: { method: "GET", url: "http://plain.test/latest", headers: {}, body: "" } },
    { name: "HEAD", request: { method: "HEAD", url: "https://good.test/", headers: {}, body: "" } },
  ])("$name", async ({ request }) => {
    const inMemory = await sendBy(createInMemoryTransport(hosts, clock), request);
    const overSockets = await sendBy(loopback.transport, request);
    expect(overSockets.seen).toEqual(inMemory.seen);
    expect(overSockets.response?.status).toBe(200);
    expect(overSockets.response?.body).toEqual(request.method === "HEAD" ? "" : inMemory.response?.body);
    expect(overSockets.response?.headers).toMatchObject(inMemory.response?.headers ?? {});
  });
});

describe("certificates are refused for the same reason in both forms", () => {
  test.each([
    { name: "another host's certificate", host: "wrong-name.test", roots: () => anchors, code: "ERR_TLS_HOST_MISMATCH" },
    { name: "expired at the simulator's time", host: "expired.test", roots: () => anchors, code: "ERR_TLS_EXPIRED" },
    { name: "a root that the client does not trust", host: "good.test", roots: () => [otherRoot], code: "ERR_TLS_UNTRUSTED" },
    { name: "a host without TLS", host: "plain.test", roots: () => anchors, code: "ERR_TLS_NO_CERTIFICATE" },
    { name: "a host that does not exist", host: "nowhere.test", roots: () => anchors, code: "ENOTFOUND" },
  ])("$name", async ({ host, roots, code }) => {
    const request = { method: "GET", url: `https://${host}/`, headers: {}, body: "" };
    for (const transport of [createInMemoryTransport(hosts, clock), loopback.transport]) {
      const outcome = await sendBy(transport, request, roots());
      expect(outcome.code).toBe(code);
      expect(outcome.seen).toEqual([]);
      expect(outcome.events).toMatchObject([{ kind: "exchange", response: null, failure: { code } }]);
    }
  });
});

test("an answer that comes after the sender's patience comes to nothing in both forms", async () => {
  const request = { method: "GET", url: "https://slow.test/", headers: {}, body: "" };
  for (const transport of [createInMemoryTransport(hosts, clock), loopback.transport]) {
    const askedAt = clock.now();
    const outcome = await sendBy(transport, request);
    expect([outcome.code, clock.now() - askedAt]).toEqual(["ETIMEDOUT", 5000]);
    await clock.advanceBy(60_000);
    expect(outcome.events).toMatchObject([{ kind: "exchange", response: null, failure: { code: "ETIMEDOUT", message: "no answer within 5 s" } }]);
    expect(seen).toHaveLength(1);
  }
});

test("the trace shows the certificate that was really presented", async () => {
  const request = { method: "GET", url: "https://good.test/", headers: {}, body: "" };
  const [inMemory, overSockets] = [await sendBy(createInMemoryTransport(hosts, clock), request), await sendBy(loopback.transport, request)];
  expect(overSockets.events[0]).toMatchObject({ tls: { subject: "CN=good.test", issuer: "CN=test root" } });
  expect(overSockets.events[0]).toMatchObject({ tls: inMemory.events[0]?.kind === "exchange" ? inMemory.events[0].tls : null });
});

test("a fault of a handler is thrown to the sender, not hidden behind a status", async () => {
  const request = { method: "GET", url: "https://faulty.test/", headers: {}, body: "" };
  await expect(sendBy(loopback.transport, request)).rejects.toThrow("a fault of the simulator");
});
