/** Clients that are slow, broken or hostile: each is cut off in a bounded time and counted, nothing grows, and whoever is served well goes on being served. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { emptyFolder, startUp, type Up } from "./up.test-support.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PATIENCE_MS = 500;
/** A body may take six times as long; a machine with other work notices late. */
const CUT_OFF_WITHIN_MS = 20 * PATIENCE_MS;
const IDLE_CONNECTIONS = 1000;

let folder: string;
let up: Up;
beforeAll(async () => {
  folder = emptyFolder();
  up = await startUp(["--state", folder, "--client-patience", `${PATIENCE_MS}ms`]);
});
afterAll(async () => {
  expect(await up.end("SIGTERM")).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

/** What is sent; more is sent a little at a time, until the other side ends it. */
interface Attack {
  readonly at: "STS" | "issuer";
  readonly first: string | Uint8Array;
  readonly drip?: string;
}

/** All that comes back until the connection is closed. */
function attack({ at, first, drip = "" }: Attack): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(new URL(up.url(at)).port), "127.0.0.1", () => socket.write(first));
    const timer = setInterval(() => {
      if (drip !== "" && socket.writable) socket.write(drip);
    }, PATIENCE_MS / 10);
    socket.on("data", (chunk) => {
      text += String(chunk);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(timer);
      resolve(text);
    });
  });
}

/** As an SDK does it, with the token of the pod; on a connection of its own, since one that idles may be closed to make room just when it is used again. */
async function exchange(name: string): Promise<string> {
  const text = readFileSync(join(folder, "pods/default/my-pod/app/env"), "utf8");
  const { AWS_ROLE_ARN: RoleArn = "", AWS_WEB_IDENTITY_TOKEN_FILE: file = "" } = Object.fromEntries(
    [...text.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, key, value]) => [key, value]),
  ) as Readonly<Record<string, string>>;
  const form = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn, RoleSessionName: name, WebIdentityToken: readFileSync(file, "utf8") };
  const answer = await fetch(`${up.url("STS")}/`, {
    method: "POST",
    headers: { connection: "close" },
    body: new URLSearchParams(form),
    signal: AbortSignal.timeout(CUT_OFF_WITHIN_MS),
  });
  return /assumed-role\/my-pod-role\/([^<]+)</.exec(await answer.text())?.[1] ?? "";
}

async function countOf(endpoint: string, why: string): Promise<number> {
  const { cutOff } = (await (await fetch(up.url("control"))).json()) as { readonly cutOff: Readonly<Record<string, Readonly<Record<string, number>>>> };
  return cutOff[endpoint]?.[why] ?? 0;
}

const residentMiB = (): number => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${up.process.pid}/status`, "utf8"))?.[1]) / 1024;

const POST = "POST / HTTP/1.1\r\nHost: x\r\n";
const CHUNKED = `${POST}Transfer-Encoding: chunked\r\n\r\n`;
const CHUNK = `20000\r\n${"a".repeat(0x20000)}\r\n`;

test.each<Attack & { readonly name: string; readonly why: string; readonly answer: RegExp }>([
  { name: "headers a byte at a time", at: "STS", first: `${POST}X-Slow: `, drip: "a", why: "slow", answer: /^HTTP\/1.1 408/ },
  { name: "a body a byte at a time", at: "STS", first: `${POST}Content-Length: 1000\r\n\r\n`, drip: "a", why: "slow", answer: /^HTTP\/1.1 408/ },
  { name: "nothing at all", at: "STS", first: "", why: "slow", answer: /^HTTP\/1.1 408/ },
  { name: "headers without end", at: "STS", first: `${POST}X: ${"a".repeat(100_000)}`, why: "too-long", answer: /^HTTP\/1.1 431/ },
  { name: "a body that says that it is too long", at: "STS", first: `${POST}Content-Length: 999999999\r\n\r\n`, why: "too-long", answer: /^HTTP\/1.1 413/ },
  { name: "a body without end", at: "STS", first: CHUNKED, drip: CHUNK.repeat(32), why: "too-long", answer: /^HTTP\/1.1 413/ },
  { name: "no request line", at: "STS", first: "HELO\r\n\r\n", why: "not-http", answer: /^HTTP\/1.1 400/ },
  { name: "another protocol", at: "STS", first: "\x16\x03\x01\x02\x00nonsense\r\n\r\n", why: "not-http", answer: /^HTTP\/1.1 400/ },
  { name: "a chunk without a length", at: "STS", first: `${CHUNKED}ZZ\r\n`, why: "not-http", answer: /^HTTP\/1.1 400/ },
  {
    ...{ name: "two lengths", at: "STS", why: "not-http", answer: /^HTTP\/1.1 400/ },
    first: `${POST}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde`,
  },
  {
    ...{ name: "a length beside chunks", at: "STS", why: "not-http", answer: /^HTTP\/1.1 400/ },
    first: `${POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  },
  {
    name: "nonsense behind a request",
    at: "STS",
    first: "GET / HTTP/1.1\r\nHost: x\r\n\r\n\x00\x01\x02\x03\r\n\r\n",
    why: "not-http",
    answer: /^HTTP\/1.1 \d/,
  },
  { name: "a handshake that never begins", at: "issuer", first: "", why: "slow", answer: /^$/ },
  { name: "half a handshake", at: "issuer", first: Uint8Array.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01]), why: "slow", answer: /^$/ },
  {
    name: "a hello that is none",
    at: "issuer",
    first: Uint8Array.from([0x16, 0x03, 0x01, 0x00, 0x04, 0xff, 0xff, 0xff, 0xff]),
    why: "not-tls",
    answer: /^[^H]*$/s,
  },
  { name: "plain HTTP where TLS is spoken", at: "issuer", first: "GET / HTTP/1.1\r\nHost: x\r\n\r\n", why: "http-at-tls-port", answer: /^[^H]*$/s },
])("$name is cut off, counted, and keeps nobody else waiting", async ({ name, why, answer, ...what }) => {
  const endpoint = what.at.toLowerCase();
  const before = await countOf(endpoint, why);
  const begun = performance.now();
  const attacked = attack(what);
  expect(await exchange("beside")).toBe("beside");
  expect(await attacked).toMatch(answer);
  expect([name, performance.now() - begun < CUT_OFF_WITHIN_MS]).toEqual([name, true]);
  await expect.poll(() => countOf(endpoint, why)).toBe(before + 1);
});

test("clients that are killed in the middle of a request leave nothing behind", async () => {
  const script = `require("node:net").connect(${new URL(up.url("STS")).port}, "127.0.0.1", function () { this.write("POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 1000\\r\\n\\r\\nhalf", () => console.log("sent")); })`;
  for (let index = 0; index < 3; index += 1) {
    const client = spawn(process.execPath, ["-e", script]);
    await once(client.stdout, "data");
    client.kill("SIGKILL");
    await once(client, "exit");
    expect(await exchange(`after-${index}`)).toBe(`after-${index}`);
  }
  expect(up.output()).not.toContain("a fault of its own");
});

test(`${IDLE_CONNECTIONS} connections that say nothing, and bodies that never end, keep nobody out and take no memory that stays`, async () => {
  const before = residentMiB();
  const port = Number(new URL(up.url("STS")).port);
  const sockets: Socket[] = [];
  let open = 0;
  for (let index = 0; index < IDLE_CONNECTIONS; index += 1) {
    const socket = connect(port, "127.0.0.1", () => socket.write(index % 2 === 0 ? "" : `${POST}Content-Length: 16000000\r\n\r\n${"a".repeat(60_000)}`));
    open += 1;
    socket.on("error", () => {});
    socket.on("data", () => {});
    socket.on("close", () => {
      open -= 1;
    });
    sockets.push(socket);
  }
  await expect.poll(() => countOf("sts", "made-room")).toBeGreaterThan(0);
  expect(await exchange("good")).toBe("good");
  await expect.poll(() => open).toBe(0);
  expect(residentMiB() / before).toBeLessThan(2);
  expect(await exchange("later")).toBe("later");
  await up.printed(/cut off at sts: a client that had an idle connection that made room for another \(100 times so far\)/);
});
