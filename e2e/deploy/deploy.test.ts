/** What `irsa-sim deploy` writes, taken by those for whom it is written: kubectl, an API server, and the command itself in the pod's place. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect } from "node:tls";
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { WELL_KNOWN_KEYS } from "../../packages/simulation/src/index.js";
import { irsaSim } from "../irsa-sim.test-support.js";
import { installHelm, installKubectl } from "../kubectl/install-kubectl.js";
import { emptyFolder, startUp, type Up } from "../live/up.test-support.js";

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly template: { readonly spec: { readonly containers: readonly { readonly args: readonly string[] }[] } } };
  readonly webhooks?: readonly { readonly clientConfig: { readonly caBundle: string } }[];
}

const PATIENCE_MS = 120_000;
const installed = installKubectl();
if ("problem" in installed) console.log(`skipped: kubectl is not there (${installed.problem})`);
const helm = installHelm();
if ("problem" in helm) console.log(`skipped: Helm is not there (${helm.problem})`);

const folder = emptyFolder();
const OUT = join(folder, "out");
beforeAll(async () => {
  const { code, stderr } = await irsaSim(["deploy", "--out", OUT, "--replicas", "2"]);
  expect([code, stderr]).toEqual([0, ""]);
}, PATIENCE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function manifestsIn(text: string): readonly Manifest[] {
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

function written(name: string): readonly Manifest[] {
  return manifestsIn(readFileSync(join(OUT, "kustomize", name), "utf8"));
}

const order = (a: string, b: string): number => (a < b ? -1 : 1);
const named = (manifests: readonly Manifest[]): readonly string[] => manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort(order);

describe("the files", () => {
  test("those with keys are their owner's alone, and the keys are nobody else's", async () => {
    const modes = ["keys.yaml", "deployment.yaml"].map((name) => (statSync(join(OUT, "kustomize", name)).mode & 0o777).toString(8));
    expect(modes).toEqual(["600", "644"]);
    const state = Buffer.from(written("keys.yaml")[0]?.data?.["state.json"] ?? "", "base64").toString();
    const { keys, sessionKey } = JSON.parse(state) as { readonly keys: typeof WELL_KNOWN_KEYS; readonly sessionKey: string };
    expect(Buffer.from(sessionKey, "base64")).toHaveLength(32);
    expect(keys.issuerSigningKeys[0]).toContain("PRIVATE KEY");
    expect(state).not.toContain(JSON.stringify(WELL_KNOWN_KEYS.issuerSigningKeys[0]));
    expect(state).not.toContain(JSON.stringify(WELL_KNOWN_KEYS.serviceAuthority.privateKey));
    const again = join(folder, "again");
    await irsaSim(["deploy", "--out", again]);
    expect(readFileSync(join(again, "kustomize/keys.yaml"), "utf8")).not.toBe(readFileSync(join(OUT, "kustomize/keys.yaml"), "utf8"));
  });

  test("the Dockerfile is that of this repository", () => {
    const latest = readFileSync(join(OUT, "Dockerfile"), "utf8")
      .replace(/irsa-sim:[\w.-]+ \.$/m, "irsa-sim:latest .")
      .replace(/VERSION=[\w.-]+$/m, "VERSION=latest");
    expect(latest).toBe(readFileSync(new URL("../../deploy/Dockerfile", import.meta.url), "utf8"));
  });

  test("people's own documents take a scenario's place", { timeout: PATIENCE_MS }, async () => {
    const out = join(folder, "own");
    const documents = new URL("../../examples/check/16-all-works", import.meta.url).pathname;
    const policy = join(folder, "policy.json");
    const Resource = ["arn:aws:s3:::invoices/*", "arn:aws:s3:::*"];
    const PolicyDocument = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource }] };
    writeFileSync(policy, JSON.stringify({ RoleName: "payments", PolicyName: "read", PolicyDocument }));
    expect(await irsaSim(["deploy", "--aws", documents, policy, "--out", out])).toMatchObject({ code: 0 });
    const [scenario] = manifestsIn(readFileSync(join(out, "kustomize/scenario.yaml"), "utf8"));
    expect(scenario?.data?.["scenario.yaml"]).toContain("system:serviceaccount:billing:payments");
    // The buckets that a policy names in full are there, so that the app finds what it may use.
    expect(scenario?.data?.["scenario.yaml"]).toMatch(/^ {2}buckets:\n {4}invoices: \{\}\n {2}\w/m);
  });
});

describe.each([
  { name: "a folder that holds something", args: ["--out", "."], says: ". is not empty; nothing was written" },
  { name: "a namespace that is none", args: ["--namespace", "No!"], says: "lower-case letters, digits and -" },
  { name: "no replicas", args: ["--replicas", "0"], says: "a number from 1 to 100" },
  { name: "another format", args: ["--format", "tar"], says: "Allowed choices are kustomize, helm" },
  { name: "a scenario and documents", args: ["basic", "--aws", "x.json", "--out", "nowhere"], says: "a scenario and --aws say the same" },
])("$name", ({ args, says }) => {
  test("is told, and nothing is written", async () => {
    const { code, stderr } = await irsaSim(["deploy", ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe.runIf("path" in installed)("with kubectl", { timeout: PATIENCE_MS }, () => {
  const kubectl = "path" in installed ? installed.path : "";

  test("kustomize renders all of it", () => {
    const rendered = manifestsIn(execFileSync(kubectl, ["kustomize", join(OUT, "kustomize")], { encoding: "utf8" }));
    const files = readdirSync(join(OUT, "kustomize")).filter((name) => name !== "kustomization.yaml");
    expect(named(rendered)).toEqual(named(files.flatMap(written)));
  });

  /** Roles, services and network policies are none that the simulated API server knows. */
  test("the simulated API server takes the kinds that it has, and makes the pods", async () => {
    await using cluster = await startUp(["--state", join(folder, "api")]);
    expect(cluster.url("Kubernetes API")).toMatch(/^https:/);
    const known = ["namespace.yaml", "scenario.yaml", "keys.yaml", "webhook.yaml", "deployment.yaml"].map((name) => join(OUT, "kustomize", name));
    const env = { ...process.env, KUBECONFIG: join(folder, "api/kubeconfig") };
    const run = (...args: readonly string[]) => execFileSync(kubectl, args, { env, encoding: "utf8" });
    const [account = {}] = written("access.yaml");
    writeFileSync(join(folder, "account.json"), JSON.stringify(account));
    run("apply", "-f", known[0] ?? "");
    const applied = run(
      "apply",
      "--server-side",
      ...["account.json"].flatMap((name) => ["-f", join(folder, name)]),
      ...known.slice(1).flatMap((file) => ["-f", file]),
    );
    expect(applied.match(/serverside-applied/g)).toHaveLength(5);
    run("--namespace", "irsa-sim", "rollout", "status", "deployment/irsa-sim", "--timeout=30s");
    expect(run("--namespace", "irsa-sim", "get", "pods", "--no-headers").trim().split("\n")).toHaveLength(2);
  });
});

describe.runIf("path" in helm)("with Helm", { timeout: PATIENCE_MS }, () => {
  const chart = join(folder, "chart/helm/irsa-sim");
  beforeAll(async () => {
    expect(
      await irsaSim(["deploy", "--format", "helm", "--out", join(folder, "chart"), "--image", "registry.example.com/irsa-sim:1.0", "--replicas", "2"]),
    ).toMatchObject({ code: 0 });
  });
  const run = (...args: readonly string[]): string =>
    execFileSync("path" in helm ? helm.path : "", args, { encoding: "utf8", env: { ...process.env, HOME: folder }, stdio: ["ignore", "pipe", "pipe"] });

  test("the chart has no faults", () => {
    expect(run("lint", "--strict", chart)).toContain("1 chart(s) linted, 0 chart(s) failed");
  });

  test("it installs what the base has, in the release's namespace, with its values", () => {
    const rendered = manifestsIn(run("template", "irsa-sim", chart, "--namespace", "elsewhere", "--set", "replicas=3,image=other:2"));
    const base = readdirSync(join(OUT, "kustomize")).filter((name) => !["kustomization.yaml", "namespace.yaml"].includes(name));
    expect(named(rendered)).toEqual(named(base.flatMap(written)));
    const deployment = rendered.find(({ kind }) => kind === "Deployment");
    expect(deployment).toMatchObject({
      metadata: { namespace: "elsewhere" },
      spec: { replicas: 3, template: { spec: { containers: [{ image: "other:2" }] } } },
    });
    expect(deployment?.spec?.template.spec.containers[0]?.args).toContain("--advertise=irsa-sim.elsewhere.svc");
  });

  /** Nothing but the keys, which are fresh each time, and what the namespace and the image are called. */
  test("what people wrote in their scenario comes out of it as they wrote it", () => {
    const rendered = manifestsIn(run("template", "irsa-sim", chart));
    expect(rendered.find(({ kind }) => kind === "ConfigMap")?.data).toEqual(written("scenario.yaml")[0]?.data);
  });
});

describe("what the pods run", { timeout: PATIENCE_MS }, () => {
  let cluster: Up;
  beforeAll(async () => {
    cluster = await startUp(["any-cluster", "--state", join(folder, "cluster")]);
  }, PATIENCE_MS);
  afterAll(async () => {
    await cluster.end("SIGTERM");
  });

  /** A volume as the kubelet fills it: links into a folder whose name says when. */
  function mount(files: Readonly<Record<string, string>>, path: string, mode: number): string {
    mkdirSync(join(path, "..2026_01_05_09_00_00.1"), { recursive: true });
    symlinkSync("..2026_01_05_09_00_00.1", join(path, "..data"));
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(path, "..data", name), text);
      chmodSync(join(path, "..data", name), mode);
      symlinkSync(join("..data", name), join(path, name));
    }
    return path;
  }

  /** The container's own arguments, with its folders, and with a kubeconfig where it has the cluster around it. */
  function argumentsFor(replica: string): readonly string[] {
    const decoded = Object.fromEntries(
      Object.entries(written("keys.yaml")[0]?.data ?? {}).map(([name, text]) => [name, Buffer.from(text, "base64").toString()]),
    );
    const scenario = mount(written("scenario.yaml")[0]?.data ?? {}, join(folder, replica, "scenario"), 0o444);
    const keys = mount(decoded, join(folder, replica, "keys"), 0o440);
    const [, ...args] = written("deployment.yaml")[0]?.spec?.template.spec.containers[0]?.args ?? [];
    return args.map((argument) =>
      argument
        .replace(/^--in-cluster$/, `--kubeconfig=${join(folder, "cluster/kubeconfig")}`)
        .replace("/etc/irsa-sim/scenario", scenario)
        .replace("/etc/irsa-sim/keys", keys)
        .replace("/run/irsa-sim", join(folder, replica))
        .replace(/^--listen=.*/, "--listen=127.0.0.1")
        .replace(/^--port=.*/, "--port=0"),
    );
  }

  /** It prints the name that the cluster has for it. */
  const hereOf = (up: Up): string => `http://127.0.0.1:${new URL(up.url("STS")).port}`;

  test("two of them exchange the cluster's tokens, and each accepts the other's sessions", async () => {
    await using first = await startUp(argumentsFor("first"), []);
    await using second = await startUp(argumentsFor("second"), []);
    const token = readFileSync(join(folder, "cluster/pods/default/my-pod/app/var/run/secrets/eks.amazonaws.com/serviceaccount/token"), "utf8");
    const region = "eu-west-1";
    const anonymous = new STSClient({ region, endpoint: hereOf(first), credentials: { accessKeyId: "x", secretAccessKey: "x" } });
    const RoleArn = "arn:aws:iam::111122223333:role/my-pod-role";
    const { Credentials } = await anonymous.send(new AssumeRoleWithWebIdentityCommand({ RoleArn, RoleSessionName: "deployed", WebIdentityToken: token }));
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? "",
      secretAccessKey: Credentials?.SecretAccessKey ?? "",
      sessionToken: Credentials?.SessionToken ?? "",
    };
    const sts = new STSClient({ region, endpoint: hereOf(second), credentials });
    expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe("arn:aws:sts::111122223333:assumed-role/my-pod-role/deployed");
  });

  test("the webhook has a certificate that the registration trusts under the Service's name, and says that it lives", async () => {
    await using pod = await startUp(argumentsFor("probed"), []);
    const ca = Buffer.from(written("webhook.yaml")[0]?.webhooks?.[0]?.clientConfig.caBundle ?? "", "base64").toString();
    const { port } = new URL(pod.url("webhook"));
    const answer = await new Promise<string>((resolve, reject) => {
      let text = "";
      const socket = connect({ port: Number(port), host: "127.0.0.1", servername: "irsa-sim.irsa-sim.svc", ca }, () => {
        socket.write("GET /healthz HTTP/1.1\r\nHost: 10.1.2.3:4578\r\nConnection: close\r\n\r\n");
      });
      socket.on("data", (chunk) => {
        text += String(chunk);
      });
      socket.on("error", reject);
      socket.on("close", () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toMatch(/^ok\r$/m);
  });
});
