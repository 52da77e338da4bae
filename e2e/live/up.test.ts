import { copyFileSync, readFileSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromTokenFile } from "@aws-sdk/credential-providers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { emptyFolder, startUp, type Up } from "./up.test-support.js";

/** A start makes keys, which takes a machine with other work its time; so they are made once, and every other start is given them. */
const PATIENCE_MS = 120_000;

let kept: string;
let shared: Up;
beforeAll(async () => {
  kept = emptyFolder();
  shared = await startUp(["--state", kept]);
}, PATIENCE_MS);
afterAll(async () => {
  await shared.end("SIGKILL");
  rmSync(kept, { recursive: true, force: true });
});

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
  copyFileSync(join(kept, "state.json"), join(folder, "state.json"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The variables that the file for the app's container exports. */
function variablesOf(state: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(state, "pods/default/my-pod/app/env"), "utf8");
  return Object.fromEntries([...text.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]));
}

/** The SDK's clients as the app would make them, which find all in those variables. */
function clientsOf(state: string) {
  const { AWS_REGION: region = "", AWS_ENDPOINT_URL_STS: sts = "", AWS_ENDPOINT_URL_S3: s3 = "", ...rest } = variablesOf(state);
  const { AWS_ROLE_ARN: roleArn = "", AWS_WEB_IDENTITY_TOKEN_FILE: webIdentityTokenFile = "" } = rest;
  const credentials = fromTokenFile({ roleArn, webIdentityTokenFile, clientConfig: { region, endpoint: sts } });
  return { sts: new STSClient({ region, endpoint: sts, credentials }), s3: new S3Client({ region, endpoint: s3, credentials }) };
}

/** What the control API answers; `Host` is a header that fetch does not let anybody set. */
function control(url: string, { method = "GET", headers = {}, body = "" } = {}): Promise<{ readonly status: number | undefined; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        text += String(chunk);
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode, body: text }));
    });
    outgoing.on("error", reject).end(body);
  });
}

const JSON_TYPE = { "content-type": "application/json" };

describe("a simulation that serves", { timeout: PATIENCE_MS }, () => {
  test("an unmodified SDK gets credentials, puts and gets, and what it did is told", async () => {
    await using up = await startUp(["--state", folder]);
    const { sts, s3 } = clientsOf(folder);
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
    expect(Arn).toMatch(/^arn:aws:sts::111122223333:assumed-role\/my-pod-role\//);
    const object = await s3.send(new GetObjectCommand({ Bucket: "my-bucket", Key: "hello.txt" }));
    expect(await object.Body?.transformToString()).toBe("Hello from S3.\n");
    const put = s3.send(new PutObjectCommand({ Bucket: "my-bucket", Key: "new.txt", Body: "x" }));
    await expect(put).rejects.toMatchObject({ name: "AccessDenied", $metadata: { httpStatusCode: 403 } });
    await up.printed(/✔ GetObject +S3 200/);
    await up.printed(/✘ PutObject +S3 403 AccessDenied[\s\S]+identity-policy-gap[\s\S]+read-my-bucket\.json:4:5/);
    expect(await up.end("SIGINT")).toBe(0);
  });

  test("a refusal of the trust policy is the SDK's own error, and its cause is told", async () => {
    await using up = await startUp(["trust-sub-mismatch", "--state", folder]);
    await expect(clientsOf(folder).sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: "AccessDenied",
      message: "Not authorized to perform sts:AssumeRoleWithWebIdentity",
    });
    await up.printed(/trust-sub-mismatch: the trust policy names[\s\S]+trust-sub-mismatch\/scenario\.yaml:7:22/);
  });

  test("a scenario with several clusters has keys for each; clients are let in at the first", async () => {
    await using _up = await startUp(["two-clusters", "--state", folder]);
    expect((await clientsOf(folder).sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111122223333");
  });

  test("what is written is its owner's alone", async () => {
    const modes = ["", "state.json", "kubeconfig", "config", "ca.pem", "pods/default/my-pod/app/env"].map((name) => [
      name,
      (statSync(join(kept, name)).mode & 0o777).toString(8),
    ]);
    expect(modes).toEqual([
      ["", "700"],
      ["state.json", "600"],
      ["kubeconfig", "600"],
      ["config", "600"],
      ["ca.pem", "600"],
      ["pods/default/my-pod/app/env", "600"],
    ]);
  });

  test("it comes back with the same keys after it was killed", async () => {
    const first = await startUp(["--state", folder]);
    const before = readFileSync(join(folder, "ca.pem"), "utf8");
    expect(await first.end("SIGKILL")).toBe("SIGKILL");
    await using _second = await startUp(["--state", folder]);
    expect(readFileSync(join(folder, "ca.pem"), "utf8")).toBe(before);
    expect((await clientsOf(folder).sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111122223333");
  });
});

describe("the control API", { timeout: PATIENCE_MS }, () => {
  const url = (): string => shared.url("control");

  test("answers nobody who comes from elsewhere", async () => {
    const { host } = new URL(url());
    const foreign = [
      { headers: { host: "evil.example" } },
      { headers: { origin: "https://evil.example" } },
      { headers: { "sec-fetch-site": "cross-site" } },
      { method: "POST", headers: { host, "content-type": "text/plain" }, body: "{}" },
    ];
    expect(await Promise.all(foreign.map(async (one) => (await control(url(), one)).status))).toEqual([403, 403, 403, 403]);
    expect((await control(url())).status).toBe(200);
  });

  test("moves time, breaks and mends, and begins anew", async () => {
    const post = (path: string, body: object) => control(`${url()}${path}`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) });
    const token = (): string => readFileSync(variablesOf(kept).AWS_WEB_IDENTITY_TOKEN_FILE ?? "", "utf8");
    const before = token();
    expect(await post("clock", { advance: "24h" })).toMatchObject({ status: 200 });
    expect(token()).not.toBe(before);
    expect((await clientsOf(kept).sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111122223333");
    const cut = { unreachable: { host: "sts.eu-west-1.amazonaws.com", how: "refused" } };
    expect(await post("faults", cut)).toEqual({ status: 200, body: expect.stringContaining("unreachable") });
    await expect(clientsOf(kept).sts.send(new GetCallerIdentityCommand({}))).rejects.toThrow();
    expect(await post("faults", { nothing: true })).toMatchObject({ status: 400, body: expect.stringContaining("nothing: no such fault") });
    expect(await post("clock", { advance: "soon" })).toMatchObject({ status: 400 });
    expect((await post("reset", {})).status).toBe(200);
    expect((await clientsOf(kept).sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111122223333");
  });
});

test("who is on this machine follows what happens, with secrets shortened", { timeout: PATIENCE_MS }, async () => {
  const stop = new AbortController();
  const { headers, body } = await fetch(`${shared.url("control")}trace`, { signal: stop.signal });
  expect(headers.get("content-type")).toBe("text/event-stream");
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  const token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2lnbmF0dXJlLXRoYXQtbm9ib2R5LW1heS1zZWU";
  const RoleArn = "arn:aws:iam::111122223333:role/x";
  const asked = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleSessionName: "a", RoleArn, WebIdentityToken: token };
  await fetch(`${shared.url("STS")}/`, { method: "POST", body: new URLSearchParams(asked) });
  let text = "";
  while (!/event: ended\n.*\n.*"name":"AssumeRoleWithWebIdentity"/.test(text)) text += (await reader?.read())?.value ?? "";
  stop.abort();
  expect(text).toMatch(/^event: recorded\nid: \d+\ndata: \{/);
  expect(text).not.toContain(token);
});

test("a port that is taken is told, with what to do, and exit code 2", { timeout: PATIENCE_MS }, async () => {
  const { port } = new URL(shared.url("by name, https"));
  const { code, stdout, stderr } = await irsaSim(["up", "--port", port]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(`127.0.0.1:${port} is taken: another program listens there`);
});

test("who sends what is no HTTP, or too much, is cut off, and the others are served", { timeout: PATIENCE_MS }, async () => {
  const port = Number(new URL(shared.url("STS")).port);
  const answerTo = (sent: string): Promise<string> =>
    new Promise((resolve) => {
      let text = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(sent));
      socket.on("data", (chunk) => {
        text += String(chunk);
      });
      socket.on("error", () => {});
      socket.on("close", () => resolve(text));
    });
  expect(await answerTo("\x16\x03\x01\x02\x00nonsense\r\n\r\n")).toContain("400 Bad Request");
  expect(await answerTo(`GET / HTTP/1.1\r\nHost: x\r\nx: ${"a".repeat(100_000)}\r\n\r\n`)).toContain("431");
  expect(await answerTo("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n")).toContain("413");
  expect((await clientsOf(kept).sts.send(new GetCallerIdentityCommand({}))).Account).toBe("111122223333");
});
