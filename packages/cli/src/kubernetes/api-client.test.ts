/** Against a server of this machine that does what API servers and what stands before them do. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiClient, createApiClient } from "./api-client.js";
import type { Connection } from "./connection.js";

const EVENT = '{"type":"ADDED"}\n';

/** What is answered at a path. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/whole": (response) => response.end("whole"),
  "/cut": (response) => {
    response.writeHead(200, { "content-length": "100" }).write("begin");
    setTimeout(() => response.destroy(), 10);
  },
  "/reset": (response) => response.destroy(),
  "/watch": (response) => response.writeHead(200).write(`${EVENT}{"type":`),
  "/cut-watch": (response) => {
    response.writeHead(200).flushHeaders();
    setTimeout(() => response.destroy(), 10);
  },
  "/ended-watch": (response) => response.end(),
  "/old-watch": (response) => response.writeHead(410).end("gone"),
};

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  ANSWERS[new URL(request.url ?? "/", "http://here").pathname]?.(response);
});
let client: ApiClient;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection: Connection = {
    ...{ source: "test", server: url, namespace: "default", roots: null, skipsVerification: false, serverName: null },
    ...{ proxy: null, clientCertificate: null, credentialProgram: null, impersonation: null },
    authorization: () => null,
  };
  client = createApiClient(connection);
});
afterAll(() => {
  client.close();
  server.closeAllConnections();
  server.close();
});

test("a whole answer is read", async () => {
  expect(await client.send({ path: "/whole" })).toMatchObject({ status: 200, body: "whole" });
});

test.each(["/cut", "/reset"])("an answer that breaks off is none: %s", async (path) => {
  await expect(client.send({ path })).rejects.toMatchObject({ code: "ECONNREFUSED" });
});

test.each([
  { name: "a watch is answered with its first whole lines", path: "/watch?watch=1", status: 200, body: EVENT },
  { name: "a watch that is cut off has told nothing", path: "/cut-watch?watch=1", status: 200, body: "" },
  { name: "a watch that has ended has told nothing", path: "/ended-watch?watch=1", status: 200, body: "" },
  { name: "a watch that is refused says so", path: "/old-watch?watch=1", status: 410, body: "gone" },
])("$name", async ({ path, status, body }) => {
  expect(await client.watch({ path })).toMatchObject({ status, body });
  expect(asked.at(-1)).toBe(`${path}&timeoutSeconds=240`);
});

test("who gives up waits no longer", async () => {
  const given = new AbortController();
  const answer = client.send({ path: "/silent", signal: given.signal });
  given.abort();
  await expect(answer).rejects.toThrow();
});
