/** Real kubectl against a live world's API server: what a person types, and what a person sees. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiveSimulation } from "../../packages/live/src/index.js";
import { DEPLOYMENT, type Kubectl, kubectlProblem, rowsOf, startForKubectl } from "./kubectl.test-support.js";

const problem = kubectlProblem();
if (problem !== null) console.log(`skipped: kubectl is not there (${problem})`);

const TIMEOUT_MS = 120_000;
let live: LiveSimulation;
let folder: string;
let kubectl: Kubectl;

describe.skipIf(problem !== null)("kubectl", () => {
  beforeAll(async () => {
    ({ live, folder, kubectl } = await startForKubectl());
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
