import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromWebToken } from "@aws-sdk/credential-providers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createSimulation } from "./create-simulation.js";
import type { Fault } from "./fault.js";
import type { Simulation } from "./simulation.js";

const STS = "sts.eu-west-1.amazonaws.com";
const ROLE = "arn:aws:sts::111122223333:assumed-role/my-pod-role/";
const GREETING = { Bucket: "my-bucket", Key: "hello.txt" };

let simulation: Simulation;
beforeEach(async () => {
  simulation = await createSimulation("basic");
});
afterEach(() => simulation.close());

/** As the app in the pod configures each of its clients. */
function clientOptions() {
  const pod = simulation.pod("my-pod");
  const clientConfig = { region: "eu-west-1", requestHandler: pod.requestHandler };
  const credentials = fromWebToken({ webIdentityToken: pod.readToken(), roleArn: pod.environment.AWS_ROLE_ARN ?? "", clientConfig });
  return { ...clientConfig, credentials, maxAttempts: 1 };
}

describe("the AWS SDK for JavaScript, in memory", () => {
  test("what is put can be got, and listed, as the role of the pod", async () => {
    await simulation.changeIam({
      role: "my-pod-role",
      policies: { all: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] } },
    });
    const s3 = new S3Client(clientOptions());
    const object = { Bucket: "my-bucket", Key: "a b/ü+(1)!.txt" };
    await s3.send(new PutObjectCommand({ ...object, Body: Buffer.from([0, 255, 10]), ContentType: "text/x; a=b" }));
    const got = await s3.send(new GetObjectCommand(object));
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: "my-bucket", Prefix: "a b/" }));
    expect([await got.Body?.transformToByteArray(), Contents.map(({ Key }) => Key)]).toEqual([Uint8Array.from([0, 255, 10]), [object.Key]]);
    simulation.expectPrincipal(`${ROLE}*`);
  });

  test("twenty calls at once", async () => {
    const s3 = new S3Client(clientOptions());
    const bodies = await Promise.all(Array.from({ length: 20 }, async () => (await s3.send(new GetObjectCommand(GREETING))).Body?.transformToString()));
    expect(bodies).toEqual(Array(20).fill("Hello from S3.\n"));
  });

  test("the app asks who it is", async () => {
    const { Arn } = await new STSClient(clientOptions()).send(new GetCallerIdentityCommand({}));
    expect(Arn?.startsWith(ROLE)).toBe(true);
  });

  test.each([
    { how: "refused", error: { code: "ECONNRESET" } },
    { how: "timeout", error: { name: "TimeoutError" } },
  ] as const)("a host whose connection is $how is an error of the wire, and no answer", async ({ how, error }) => {
    await using _ = await simulation.inject({ unreachable: { host: STS, how } });
    await expect(new STSClient(clientOptions()).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(error);
  });

  test("a host that nobody answers for", async () => {
    const options = { ...clientOptions(), credentials: { accessKeyId: "AKIA", secretAccessKey: "s" }, endpoint: "https://example.com" };
    await expect(new STSClient(options).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ code: "ENOTFOUND" });
  });
});

describe("a pod", () => {
  test("its environment, files and token are those of the container", () => {
    const pod = simulation.pod("my-pod");
    const path = pod.environment.AWS_WEB_IDENTITY_TOKEN_FILE ?? "";
    expect([pod.namespace, pod.name, path, pod.readToken()]).toEqual(["default", "my-pod", expect.stringMatching(/eks\.amazonaws\.com/), pod.readFile(path)]);
  });

  test.each([
    { name: "another pod", pod: "nobody", container: undefined, message: "pod default/nobody has no running container" },
    { name: "of another namespace", pod: "prod/my-pod", container: undefined, message: "pod prod/my-pod has no running container" },
    { name: "another container", pod: "my-pod", container: "sidecar", message: 'pod default/my-pod has no running container "sidecar"' },
  ])("$name does not run", ({ pod, container, message }) => {
    const thrown = expect.objectContaining({ code: "ERR_LIBRARY_POD", message });
    expect(() => simulation.pod(pod, container).environment).toThrow(thrown);
    expect(() => simulation.pod(pod, container).readToken()).toThrow(thrown);
  });

  test("a pod without a role has no token", async () => {
    await simulation.apply(
      '{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "plain" }, "spec": { "containers": [{ "name": "app", "image": "x" }] } }',
    );
    expect(() => simulation.pod("plain").readToken()).toThrow(
      expect.objectContaining({ code: "ERR_LIBRARY_POD", message: "pod default/plain has no web identity token" }),
    );
  });

  test("a call of the simulator's own SDKs tells who called", async () => {
    const outcome = await simulation.pod("my-pod").call("s3:GetObject", GREETING, { sdk: "go-v2" });
    expect(outcome).toEqual({ principal: expect.stringContaining(ROLE), failure: null });
  });

  test("or why it was refused", async () => {
    await using _ = await simulation.inject({ answers: { of: "sts", with: [{ code: "InvalidIdentityToken", message: "no" }], afterwards: "last" } });
    const { principal, failure } = await simulation.pod("my-pod").call("s3:GetObject", GREETING);
    expect([principal, failure?.code, failure?.step]).toEqual([null, "InvalidIdentityToken", 7]);
  });

  test("what is no call is said", async () => {
    await expect(simulation.pod("my-pod").call("s3", {}, { sdk: "cobol" })).rejects.toMatchObject({ code: "ERR_ACTION_INVALID" });
  });
});

describe("time", () => {
  test.each([
    { duration: "90m", ms: 5_400_000 },
    { duration: 250, ms: 250 },
    { duration: 0, ms: 0 },
  ])("$duration later it is $ms ms later", async ({ duration, ms }) => {
    const before = simulation.clock.now().getTime();
    await simulation.clock.advance(duration);
    expect(simulation.clock.now().getTime() - before).toBe(ms);
  });

  test("what is no duration is said", async () => {
    await expect(simulation.clock.advance("soon")).rejects.toMatchObject({ code: "ERR_ACTION_INVALID" });
    await expect(simulation.clock.advance(1.5)).rejects.toMatchObject({ code: "ERR_ACTION_INVALID" });
  });

  test("the same start and seed give the same bytes", async () => {
    const startAt = new Date("2026-01-05T09:00:00Z");
    const traces = await Promise.all(["1", "1", "2"].map(async (seed) => JSON.stringify((await createSimulation("basic", { startAt, seed })).trace.events)));
    expect([traces[0] === traces[1], traces[0] === traces[2]]).toEqual([true, false]);
  });

  test("who listens hears of each event once", async () => {
    const heard: number[] = [];
    const stop = simulation.trace.onEvent(({ seq }) => heard.push(seq));
    await simulation.clock.advance("2h");
    stop();
    await simulation.clock.advance("2h");
    expect(heard.length).toBeGreaterThan(0);
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard.length).toBeLessThan(simulation.trace.events.length - (heard[0] ?? 0));
  });
});

describe("changes that are refused", () => {
  test.each([
    {
      name: "by the API server",
      change: () => simulation.apply("apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: Not_Valid }"),
      failure: { code: "Invalid", status: 422 },
    },
    { name: "by IAM", change: () => simulation.changeIam({ role: "nobody", delete: true }), failure: { code: "NoSuchEntity", status: 404 } },
  ])("$name", async ({ change, failure }) => {
    await expect(change()).rejects.toMatchObject({ code: "ERR_LIBRARY_REFUSED", failure });
  });

  test.each([
    { name: "a text that is no YAML", text: "a: [", message: "the text:1:" },
    { name: "a text without an object", text: "- 1", message: "the text:1:1" },
  ])("$name is told with its place", async ({ text, message }) => {
    await expect(simulation.apply(text)).rejects.toMatchObject({ code: "ERR_LIBRARY_DOCUMENT", message: expect.stringContaining(message) });
  });
});

describe("faults", () => {
  const POD = { pod: "my-pod", namespace: "default" };
  test.each<{ readonly name: string; readonly fault: Fault; readonly during: string | null }>([
    { name: "unreachable", fault: { unreachable: { host: STS, how: "refused", from: "pods" } }, during: "ECONNREFUSED" },
    { name: "slow", fault: { slow: { host: STS, by: "30s" } }, during: null },
    { name: "answers", fault: { answers: { of: "sts", to: "AssumeRoleWithWebIdentity", with: [{ code: "Nope" }], afterwards: "last" } }, during: "Nope" },
    { name: "kubelet-stopped", fault: { "kubelet-stopped": true }, during: null },
    { name: "token-tampered", fault: { "token-tampered": { ...POD, claim: "sub", value: "x" } }, during: "InvalidIdentityToken" },
    { name: "webhook-watch-delayed", fault: { "webhook-watch-delayed": "5s" }, during: null },
  ])("$name: met while it lasts, and not when it was ended", async ({ fault, during }) => {
    const callWith = async (sdk: string) => (await simulation.pod("my-pod").call("s3:GetObject", GREETING, { sdk })).failure?.code ?? null;
    const injected = await simulation.inject(fault);
    const met = await callWith("go-v2");
    await injected.end();
    expect([met, await callWith("js-v3")]).toEqual([during, null]);
  });
});

describe("who called", () => {
  test("nobody did", () => {
    expect(() => simulation.expectPrincipal("*")).toThrow(
      expect.objectContaining({ code: "ERR_LIBRARY_PRINCIPAL", message: "expected every call as *; there was no call" }),
    );
  });

  test("somebody else did", async () => {
    await new STSClient(clientOptions()).send(new GetCallerIdentityCommand({}));
    expect(() => simulation.expectPrincipal("arn:aws:sts::111122223333:assumed-role/other/*")).toThrow(
      /GetCallerIdentity was made as arn:aws:sts::111122223333:assumed-role\/my-pod-role/,
    );
  });
});

test.each([
  { name: "an unknown scenario", scenario: "no-such", error: { code: "ERR_CLI_USAGE" } },
  { name: "a matrix without a cell", scenario: "all-sdks", error: { code: "ERR_SCENARIO_CELL" } },
])("$name is not started", async ({ scenario, error }) => {
  await expect(createSimulation(scenario)).rejects.toMatchObject(error);
});

test.each(["memory", "sockets"] as const)("of several clusters, in %s, the first one's pods are in hand", async (network) => {
  await using clusters = await createSimulation("two-clusters", { network });
  expect(await clusters.pod("my-pod").call("s3:GetObject", GREETING)).toEqual({ principal: expect.stringContaining(ROLE), failure: null });
});

test("on sockets any client is answered, until it is closed", async () => {
  const listening = await createSimulation("basic", { network: "sockets" });
  const pod = listening.pod("my-pod");
  const body = new URLSearchParams({
    ...{ Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleSessionName: "app" },
    ...{ RoleArn: pod.environment.AWS_ROLE_ARN ?? "", WebIdentityToken: pod.readToken() },
  });
  const url = `${listening.endpoints?.sts}/`;
  const answer = await fetch(url, { method: "POST", body });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(`<Arn>${ROLE}app</Arn>`)]);
  expect(listening.calls.map(({ name, status, count }) => [name, status, count])).toEqual([["AssumeRoleWithWebIdentity", 200, 1]]);
  await listening.close();
  await expect(fetch(url, { method: "POST", body })).rejects.toThrow();
});
