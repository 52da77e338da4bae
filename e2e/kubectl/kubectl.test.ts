/** Real kubectl against a live world's API server: what a person types, and what a person sees. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LiveSimulation, startSimulation } from "../../packages/live/src/index.js";
import { load } from "../../packages/scenario-runner/test/catalogue.js";
import { WELL_KNOWN_KEYS } from "../../packages/simulation/src/index.js";
import { installKubectl } from "./install-kubectl.js";

const installed = installKubectl();
if ("problem" in installed) console.log(`skipped: kubectl is not there (${installed.problem})`);

const folder = mkdtempSync(join(tmpdir(), "kubectl-"));
const TIMEOUT_MS = 120_000;
/** The developer's. */
const TOKEN = "simulated-developer";
let live: LiveSimulation;

interface Outcome {
  readonly code: number | null;
  /** Ages are what the machine makes of them. */
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs kubectl; when it has written `until`, it is ended. */
function kubectl(args: readonly string[], { input = "", until = "" } = {}): Promise<Outcome> {
  const path = "path" in installed ? installed.path : "";
  const env = { PATH: process.env.PATH ?? "", HOME: folder, KUBECONFIG: join(folder, "kubeconfig") };
  return new Promise((resolve, reject) => {
    const child = spawn(path, args, { env });
    const written = { stdout: "", stderr: "" };
    child.stdout.on("data", (data) => {
      written.stdout += String(data);
      if (until !== "" && written.stdout.includes(until)) child.kill("SIGTERM");
    });
    child.stderr.on("data", (data) => {
      written.stderr += String(data);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout: written.stdout.replaceAll(/\b\d+[smh](\d+s)?\b/g, "AGE"), stderr: written.stderr }));
    child.stdin.end(input);
  });
}

/** The columns of a table, without what aligns them. */
function rowsOf({ stdout }: Outcome): readonly string[] {
  return stdout
    .trim()
    .split("\n")
    .map((line) => line.replaceAll(/ {2,}/g, " | "));
}

const DEPLOYMENT = JSON.stringify({
  ...{ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } },
  spec: {
    ...{ replicas: 2, selector: { matchLabels: { app: "web" } } },
    template: { metadata: { labels: { app: "web" } }, spec: { serviceAccountName: "my-service-account", containers: [{ name: "app", image: "web:1" }] } },
  },
});

describe.skipIf("problem" in installed)("kubectl", () => {
  beforeAll(async () => {
    const options = {
      scenario: load("basic"),
      keys: WELL_KNOWN_KEYS,
      seed: "1",
      kubernetesToken: TOKEN,
      onError: (error: unknown) => {
        throw error;
      },
    };
    live = await startSimulation(options);
    const cluster = { server: live.endpoints.kubernetes.url, "certificate-authority-data": btoa(live.roots) };
    const config = {
      ...{ apiVersion: "v1", kind: "Config", "current-context": "sim" },
      contexts: [{ name: "sim", context: { cluster: "sim", user: "developer" } }],
      clusters: [{ name: "sim", cluster }],
      users: [{ name: "developer", user: { token: TOKEN } }],
    };
    writeFileSync(join(folder, "kubeconfig"), JSON.stringify(config), { mode: 0o600 });
  }, TIMEOUT_MS);
  afterAll(async () => {
    await live.close();
    rmSync(folder, { recursive: true });
  });

  test(
    "shows what is there",
    async () => {
      expect(rowsOf(await kubectl(["get", "serviceaccounts"]))).toEqual(["NAME | AGE", "default | AGE", "my-service-account | AGE"]);
      const { stdout } = await kubectl(["get", "pod", "my-pod", "-o", "jsonpath={.spec.containers[0].env[*].name}"]);
      expect(stdout.split(" ")).toEqual(expect.arrayContaining(["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"]));
      expect((await kubectl(["describe", "pod", "my-pod"])).stdout).toMatch(/AWS_ROLE_ARN: +arn:aws:iam::/);
      expect((await kubectl(["explain", "pod.spec.containers.env"])).stdout).toContain("valueFrom\t<EnvVarSource>");
    },
    TIMEOUT_MS,
  );

  test(
    "pods run and nodes are ready, and who waits for that gets to it",
    async () => {
      expect((await kubectl(["wait", "--for=condition=Ready", "pod/my-pod", "--timeout=60s"])).stdout).toBe("pod/my-pod condition met\n");
      expect(rowsOf(await kubectl(["get", "pods"]))).toEqual(["NAME | READY | STATUS | RESTARTS | AGE", "my-pod | 1/1 | Running | 0 | AGE"]);
      expect(rowsOf(await kubectl(["get", "nodes"]))[1]).toMatch(/ \| Ready \| /);
      expect((await kubectl(["describe", "pod", "my-pod"])).stdout).toMatch(/State: +Running\n +Started: +\w/);
      expect((await kubectl(["describe", "node"])).stdout).toContain("KubeletReady");
      const changed = '{"spec":{"nodeName":"other"},"metadata":{"labels":{"a":"b"}}}';
      expect((await kubectl(["patch", "pod", "my-pod", "--subresource=status", "--type=merge", "-p", changed])).stdout).toBe(
        "pod/my-pod patched (no change)\n",
      );
    },
    TIMEOUT_MS,
  );

  test(
    "applies on either side, and tells of conflicts",
    async () => {
      expect(await kubectl(["apply", "-f", "-"], { input: DEPLOYMENT })).toMatchObject({ stdout: "deployment.apps/web created\n" });
      expect(await kubectl(["apply", "-f", "-"], { input: DEPLOYMENT })).toMatchObject({ stdout: "deployment.apps/web unchanged\n" });
      const changed = DEPLOYMENT.replace("web:1", "web:2");
      expect(await kubectl(["apply", "--dry-run=server", "-f", "-"], { input: changed })).toMatchObject({
        stdout: "deployment.apps/web configured (server dry run)\n",
      });
      expect(await kubectl(["apply", "--server-side", "-f", "-"], { input: changed })).toMatchObject({ stdout: "deployment.apps/web serverside-applied\n" });
      const other = await kubectl(["apply", "--server-side", "--field-manager=other", "-f", "-"], { input: DEPLOYMENT });
      expect((await kubectl(["rollout", "status", "deployment/web", "--timeout=60s"])).stdout).toContain('deployment "web" successfully rolled out');
      expect((await kubectl(["wait", "--for=condition=Available", "deployment/web", "--timeout=60s"])).stdout).toBe("deployment.apps/web condition met\n");
      expect(rowsOf(await kubectl(["get", "deployments"]))[1]).toBe("web | 2/2 | 2 | 2 | AGE");
      expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('.spec.template.spec.containers[name="app"].image')]);
    },
    TIMEOUT_MS,
  );

  test(
    "the webhook is asked for pods that kubectl makes, and unknown fields are refused",
    async () => {
      const overrides = JSON.stringify({ spec: { serviceAccountName: "my-service-account" } });
      await kubectl(["run", "made", "--image=x", `--overrides=${overrides}`]);
      const { stdout } = await kubectl(["get", "pod", "made", "-o", "jsonpath={.spec.containers[0].env[*].name}"]);
      expect(stdout.split(" ")).toContain("AWS_ROLE_ARN");
      const wrong = await kubectl(["patch", "pod", "made", "--type=merge", "-p", '{"metadata":{"nope":1}}']);
      expect(wrong.stderr).toContain('unknown field "metadata.nope"');
      expect((await kubectl(["delete", "pod", "made"])).stdout).toContain('pod "made" deleted');
    },
    TIMEOUT_MS,
  );

  test(
    "a watch tells what happens as it happens",
    async () => {
      const watching = kubectl(["get", "configmaps", "-w", "--output-watch-events"], { until: "DELETED" });
      const changes = async (): Promise<void> => {
        await kubectl(["create", "configmap", "seen"]);
        await kubectl(["label", "configmap", "seen", "a=b"]);
        await kubectl(["delete", "configmap", "seen"]);
      };
      const [outcome] = await Promise.all([watching, changes()]);
      const seen = rowsOf(outcome).filter((row) => row.includes("| seen |"));
      expect(seen.slice(-3).map((row) => row.split(" | ")[0])).toEqual(["ADDED", "MODIFIED", "DELETED"]);
    },
    TIMEOUT_MS,
  );

  test(
    "tokens, who one is, and what one may do",
    async () => {
      expect((await kubectl(["create", "token", "my-service-account", "--audience=sts.amazonaws.com"])).stdout).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+/);
      expect((await kubectl(["auth", "whoami", "-o", "jsonpath={.status.userInfo.username}"])).stdout).toBe("developer");
      expect((await kubectl(["auth", "can-i", "create", "pods"])).stdout).toBe("yes\n");
      expect((await kubectl(["auth", "can-i", "create", "pods", "--as=system:serviceaccount:default:my-service-account"])).stdout).toBe("no\n");
    },
    TIMEOUT_MS,
  );

  test(
    "what takes a process is refused with the reason",
    async () => {
      expect((await kubectl(["logs", "my-pod"])).stderr).toContain("starts no processes");
      expect((await kubectl(["exec", "my-pod", "--", "ls"])).stderr).toContain("starts no processes");
    },
    TIMEOUT_MS,
  );
});
