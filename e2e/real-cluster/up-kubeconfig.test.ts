/** `irsa-sim up --kubeconfig` with an API server that is none of ours: a small one, whose rights and keys change under it. */
import { rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { emptyFolder, startUp, type Up } from "../live/up.test-support.js";
import { type SmallApiServer, startSmallApiServer } from "./small-api-server.test-support.js";

const PATIENCE_MS = 120_000;
const ROLE = "arn:aws:iam::111122223333:role/my-pod-role";

let folder: string;
let cluster: SmallApiServer;
let up: Up;
const state = () => join(folder, "state");

/** A kubeconfig on the disk. */
function written(text: string): string {
  const path = join(folder, "kubeconfig");
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  folder = emptyFolder();
  cluster = await startSmallApiServer();
  up = await startUp(["--kubeconfig", written(cluster.kubeconfig()), "--state", state()]);
}, PATIENCE_MS);
afterAll(async () => {
  await up.end("SIGKILL");
  await cluster[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** What STS answers to a token. */
async function exchange(token: string): Promise<{ readonly status: number; readonly text: string }> {
  const form = { Action: "AssumeRoleWithWebIdentity", Version: "2011-06-15", RoleArn: ROLE, RoleSessionName: "test", WebIdentityToken: token };
  const response = await fetch(up.url("STS"), { method: "POST", body: new URLSearchParams(form) });
  return { status: response.status, text: await response.text() };
}

/** What an HTTPS server of the simulation answers, whose certificate is not looked at here. */
function ask(url: string, { headers = {}, body = "" }: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {}) {
  return new Promise<{ readonly status: number | undefined; readonly text: string }>((resolve, reject) => {
    const outgoing = request(url, { method: body === "" ? "GET" : "POST", headers, agent: false, rejectUnauthorized: false }, (incoming) => {
      let text = "";
      incoming.on("data", (chunk) => {
        text += String(chunk);
      });
      incoming.on("end", () => resolve({ status: incoming.statusCode, text }));
    });
    outgoing.on("error", reject).end(body);
  });
}

/** What the webhook says of a pod that runs as a service account. */
async function review(serviceAccountName: string): Promise<string> {
  const object = { metadata: { name: "p" }, spec: { serviceAccountName, containers: [{ name: "app", image: "app" }] } };
  const body = JSON.stringify({
    kind: "AdmissionReview",
    apiVersion: "admission.k8s.io/v1",
    request: { uid: "1", namespace: "default", operation: "CREATE", object },
  });
  const { text } = await ask(`${up.url("webhook")}/mutate`, { headers: { "content-type": "application/json" }, body });
  const { patch = "" } = (JSON.parse(text) as { readonly response: { readonly patch?: string } }).response;
  return atob(patch);
}

describe("beside a real cluster", { timeout: PATIENCE_MS }, () => {
  test("its tokens are exchanged, and those of another namespace are refused with the line of the trust policy", async () => {
    expect(await exchange(await cluster.sign({ namespace: "default", name: "my-service-account" }))).toMatchObject({ status: 200 });
    const refused = await exchange(await cluster.sign({ namespace: "prod", name: "my-service-account" }));
    expect(refused).toMatchObject({ status: 403, text: expect.stringContaining("Not authorized to perform sts:AssumeRoleWithWebIdentity") as string });
    await up.printed(/trust-sub-mismatch: the trust policy names namespace "default", the pod runs in "prod"[\s\S]+any-cluster\/scenario\.yaml:\d+:\d+/);
  });

  test("a token that the cluster has not signed is refused", async () => {
    await using other = await startSmallApiServer();
    const { status, text } = await exchange(await other.sign({ namespace: "default", name: "my-service-account" }));
    expect(status).toBe(400);
    expect(text).toContain("InvalidIdentityToken");
  });

  test("a key that the cluster has changed is seen, and tokens of the old one are refused", async () => {
    const old = await cluster.sign({ namespace: "default", name: "my-service-account" });
    await cluster.rotate();
    expect(await exchange(await cluster.sign({ namespace: "default", name: "my-service-account" }))).toMatchObject({ status: 200 });
    expect(await exchange(old)).toMatchObject({ status: 400 });
  });

  test("the webhook knows a service account as soon as it is there", async () => {
    expect(await review("late")).toBe("");
    cluster.add({ name: "late", role: ROLE });
    await expect.poll(() => review("late"), { timeout: 10_000 }).toContain(`"AWS_ROLE_ARN","value":"${ROLE}"`);
    await up.printed(/AdmissionReview +webhook 200 +a pod of default\/late gets\s+arn:aws:iam/);
  });

  test("a cluster that does not answer is told once, and again when it does", async () => {
    cluster.answerWith(403);
    cluster.add({ name: "unheard", role: ROLE });
    await up.printed(/does not let irsa-sim read the service accounts of all namespaces[\s\S]+HTTP 403: forbidden: User "u"/);
    cluster.answerWith(null);
    await up.printed(/https:\/\/127\.0\.0\.1:\d+ answers again/);
    await expect.poll(() => review("unheard"), { timeout: 40_000 }).toContain(ROLE);
  });

  test("nobody reaches the cluster with the kubeconfig's rights", async () => {
    const before = cluster.asked.length;
    const headers = { host: "kubernetes.default.svc", authorization: "Bearer simulated-pod-identity-webhook" };
    for (const path of ["/api/v1/secrets", "/api/v1/serviceaccounts", "/apis/apps/v1/deployments"])
      expect(await ask(`${up.url("by name, https")}${path}`, { headers })).toMatchObject({ status: 403 });
    expect(cluster.asked.slice(before).filter((one) => !one.includes("/serviceaccounts"))).toEqual([]);
  });
});

describe("what keeps it from starting is told", { timeout: PATIENCE_MS }, () => {
  test.each([
    { name: "no such file", args: ["--kubeconfig", "nowhere.yaml"], code: 2, told: /nowhere\.yaml: there is no such kubeconfig/ },
    { name: "no cluster around", args: ["--in-cluster"], code: 2, told: /this is no pod of a cluster/ },
    { name: "--register by itself", args: ["--register"], code: 2, told: /--register is for a real cluster/ },
  ])("$name", async ({ args, code, told }) => {
    const outcome = await irsaSim(["up", ...args]);
    expect(outcome.stderr).toMatch(told);
    expect(outcome.code).toBe(code);
  });

  test.each([
    { name: "another time scale", args: ["--time-scale", "60"], code: 2, told: /a real cluster's time cannot be scaled/ },
    { name: "an unknown context", args: ["--context", "other"], code: 3, told: /there is no context other[\s\S]+one of: small/ },
    {
      name: "a program for credentials",
      user: { exec: { command: "aws" } },
      code: 3,
      told: /made by a program, which does not run unasked[\s\S]+--allow-exec/,
    },
    { name: "unknown credentials", user: { token: "wrong" }, code: 2, told: /HTTP 401: Unauthorized[\s\S]+may have expired/ },
    { name: "nobody listens", cluster: { server: "https://127.0.0.1:1" }, code: 2, told: /gives no answer[\s\S]+ECONNREFUSED[\s\S]+does the cluster run/ },
    { name: "another root", cluster: { "certificate-authority-data": undefined }, code: 2, told: /ERR_TLS_UNTRUSTED[\s\S]+certificate-authority-data/ },
    { name: "another server name", cluster: { "tls-server-name": "k8s" }, code: 2, told: /ERR_TLS_HOST_MISMATCH[\s\S]+tls-server-name/ },
  ])("$name", async ({ args = [], cluster: changed = {}, user, code, told }) => {
    const path = join(folder, "changed");
    writeFileSync(path, cluster.kubeconfig({ cluster: changed, ...(user === undefined ? {} : { user }) }));
    const outcome = await irsaSim(["up", "--kubeconfig", path, "--port", "0", ...args]);
    expect(outcome.stderr).toMatch(told);
    expect(outcome.code).toBe(code);
  });

  test("documents of the issuer that may not be read", async () => {
    await using forbidding = await startSmallApiServer();
    forbidding.answerWith(403);
    const path = join(folder, "forbidding");
    writeFileSync(path, forbidding.kubeconfig());
    const { code, stderr } = await irsaSim(["up", "--kubeconfig", path, "--port", "0"]);
    expect(stderr).toMatch(/does not let irsa-sim read its issuer's documents[\s\S]+HTTP 403[\s\S]+system:service-account-issuer-discovery/);
    expect(code).toBe(2);
  });
});
