/** `irsa-sim up --kubeconfig` beside a real cluster: real kubectl, API server and kubelet on one side, an unmodified boto3 on the other. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startUp, type Up } from "../live/up.test-support.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const CLIENTS = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const PYTHON = join(CLIENTS, "boto3/venv/bin/python");
const PLUGIN = new URL("../../packages/cli/dist/kubectl-irsa_sim.js", import.meta.url).pathname;
const problem = controlPlaneProblem() ?? (existsSync(PYTHON) ? null : "boto3 is not installed (e2e/clients/install.sh)");
if (problem !== null) console.log(`skipped: up beside a real cluster (${problem})`);

const PATIENCE_MS = 180_000;
const ROLE = "arn:aws:iam::111122223333:role/my-pod-role";
const VOLUME = "volumes/kubernetes.io~projected/aws-iam-token";

/** A service account with the role, and a pod on the kubelet's node that runs as it. */
function podOf(namespace: string, nodeName: string): string {
  const metadata = { name: "my-service-account", namespace, annotations: { "eks.amazonaws.com/role-arn": ROLE } };
  const spec = { serviceAccountName: "my-service-account", nodeName, containers: [{ name: "app", image: "example.com/app:1" }] };
  return [
    { apiVersion: "v1", kind: "ServiceAccount", metadata },
    { apiVersion: "v1", kind: "Pod", metadata: { name: "my-app", namespace }, spec },
  ]
    .map((object) => JSON.stringify(object))
    .join("\n---\n");
}

interface StoredPod {
  readonly metadata: { readonly uid: string };
  readonly spec: {
    readonly containers: readonly { readonly env: readonly { readonly name: string; readonly value: string }[] }[];
    readonly volumes: readonly { readonly name: string }[];
  };
  readonly status: { readonly phase: string };
}

let folder: string;
let plane: ControlPlane;
let up: Up;
beforeAll(async () => {
  if (problem !== null) return;
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-oracle-"));
  // Nobody but the administrator and service accounts may read the issuer's documents, as in a new cluster.
  plane = await startControlPlane({ kubelet: true, publicDiscovery: false });
  up = await startUp(["--kubeconfig", plane.kubeconfigPath, "--register", "--state", join(folder, "state")]);
}, PATIENCE_MS);
afterAll(async () => {
  if (problem !== null) return;
  await up.end("SIGKILL");
  await plane.close();
  rmSync(folder, { recursive: true, force: true });
}, PATIENCE_MS);

/** A pod, applied by real kubectl, when the kubelet runs it. */
async function runPod(namespace: string): Promise<StoredPod> {
  if (namespace !== "default") {
    await plane.kubectl(["create", "namespace", namespace]);
    await expect.poll(async () => (await plane.kubectl(["get", "serviceaccount", "default", "-n", namespace])).code, { timeout: 30_000 }).toBe(0);
  }
  expect(await plane.kubectl(["apply", "-f", "-"], podOf(namespace, plane.nodeName))).toMatchObject({ code: 0 });
  const read = async (): Promise<StoredPod> => JSON.parse((await plane.kubectl(["get", "pod", "my-app", "-n", namespace, "-o", "json"])).stdout) as StoredPod;
  await expect.poll(async () => (await read()).status.phase, { timeout: 60_000 }).toBe("Running");
  return read();
}

/** What boto3 says with the variables of the pod's container, and the token that the kubelet has written. */
function callAs({ metadata, spec }: StoredPod): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const exported = readFileSync(join(folder, "state/env"), "utf8");
  const outside = Object.fromEntries([...exported.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name = "", value = ""]) => [name, value]));
  const inside = Object.fromEntries((spec.containers[0]?.env ?? []).map(({ name, value }) => [name, value]));
  const AWS_WEB_IDENTITY_TOKEN_FILE = join(plane.podFolderOf(metadata.uid), VOLUME, "token");
  const env = { PATH: process.env.PATH ?? "", HOME: folder, ...outside, ...inside, AWS_WEB_IDENTITY_TOKEN_FILE };
  const program = `import boto3
print(boto3.client("sts").get_caller_identity()["Arn"])
print(boto3.client("s3").get_object(Bucket="my-bucket", Key="hello.txt")["Body"].read().decode())`;
  return new Promise((resolve) => {
    execFile(PYTHON, ["-c", program], { env }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }));
  });
}

/** The plugin, as kubectl starts it. */
function plugin(args: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const env = { PATH: process.env.PATH ?? "", HOME: folder, KUBECONFIG: plane.kubeconfigPath, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [PLUGIN, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe.skipIf(problem !== null)("beside a real cluster", { timeout: PATIENCE_MS }, () => {
  let pod: StoredPod;

  test("the API server asks the webhook about a pod that kubectl applies", async () => {
    pod = await runPod("default");
    expect(pod.spec.containers[0]?.env).toContainEqual({ name: "AWS_ROLE_ARN", value: ROLE });
    expect(pod.spec.volumes.map(({ name }) => name)).toContain("aws-iam-token");
    await up.printed(/AdmissionReview +webhook 200 +a pod of default\/my-service-account\s+gets/);
  });

  test("boto3 exchanges the token that the kubelet has written, and reads its object", async () => {
    const { code, stdout, stderr } = await callAs(pod);
    expect({ code, stdout }, stderr).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^arn:aws:sts::111122223333:assumed-role\/my-pod-role\/\S+\nHello from S3\.\n/) as string,
    });
  });

  test("a pod of another namespace is refused, and told with file and line of the trust policy", async () => {
    const { code, stderr } = await callAs(await runPod("prod"));
    expect(code).toBe(1);
    expect(stderr).toContain("(AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity");
    const [told] = await up.printed(/trust-sub-mismatch: the trust policy names namespace "default", the pod runs in "prod"[\s\S]+?scenario\.yaml:\d+:\d+/);
    const [, file = "", line = "0"] = /(\S*scenario\.yaml):(\d+)/.exec(told) ?? [];
    const written = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").split("\n")[Number(line) - 1];
    expect(written).toContain("system:serviceaccount:default:my-service-account");
  });

  test("kubectl irsa-sim explains both, with what AWS has", async () => {
    const issuer = plane.issuer.replace("https://", "");
    const condition = { StringEquals: { [`${issuer}:sub`]: "system:serviceaccount:default:my-service-account" } };
    const Federated = `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity", Condition: condition }],
    };
    const role = join(folder, "role.json");
    writeFileSync(role, JSON.stringify({ Role: { Path: "/", RoleName: "my-pod-role", Arn: ROLE, AssumeRolePolicyDocument: trust } }, null, 2));
    const works = await plugin(["explain", "my-app", "--aws", role]);
    expect(works.stdout, works.stderr).toMatch(/webhook +irsa-sim, https:\/\/127\.0\.0\.1:\d+\/mutate[\s\S]+✔ Pod default\/my-app/);
    expect(works.code).toBe(0);
    const broken = await plugin(["explain", "my-app", "-n", "prod", "--aws", role]);
    expect(broken.stdout, broken.stderr).toMatch(/✘ Pod prod\/my-app[\s\S]+trust-sub-mismatch[\s\S]+role\.json:\d+/);
    expect(broken.code).toBe(1);
  });

  test("the registration goes with the simulator", async () => {
    expect(await up.end("SIGINT")).toBe(0);
    expect((await plane.kubectl(["get", "mutatingwebhookconfigurations", "-o", "name"])).stdout).toBe("");
  });
});
