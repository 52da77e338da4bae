/** What people make with kubectl comes back, whenever the process was killed; what is damaged is told and set aside. */
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { emptyFolder, startUp, type Up } from "../live/up.test-support.js";
import { createKubectl, DEPLOYMENT, kubectlProblem } from "./kubectl.test-support.js";

const problem = kubectlProblem();
if (problem !== null) console.log(`skipped: kubectl is not there (${problem})`);

const folder = emptyFolder();
const log = join(folder, "kubernetes.jsonl");
const kubectl = createKubectl(join(folder, "kubeconfig"), folder);
let up: Up;
const start = () => startUp(["--state", folder]);
/** What of an object is not to change. */
const IDENTITY = "custom-columns=NAME:.metadata.name,UID:.metadata.uid,VERSION:.metadata.resourceVersion";
const seen = async (): Promise<string> =>
  (await kubectl(["get", "pods,deployments,replicasets,configmaps,serviceaccounts,namespaces", "-A", "-o", IDENTITY])).stdout;
const review = async (token: string): Promise<string> => {
  const body = JSON.stringify({ apiVersion: "authentication.k8s.io/v1", kind: "TokenReview", spec: { token } });
  return (await kubectl(["create", "--validate=false", "-f", "-", "-o", "jsonpath={.status.authenticated} {.status.user.username}"], { input: body })).stdout;
};

describe.skipIf(problem !== null)("what Kubernetes holds is kept", { timeout: 180_000 }, () => {
  let token: string;

  beforeAll(async () => {
    up = await start();
    await kubectl(["apply", "-f", "-"], { input: DEPLOYMENT });
    await kubectl(["rollout", "status", "deployment/web", "--timeout=60s"]);
    await kubectl(["delete", "pod", "my-pod"]);
    const pod = (await kubectl(["get", "pods", "-l", "app=web", "-o", "jsonpath={.items[0].metadata.name}"])).stdout;
    token = (await kubectl(["create", "token", "my-service-account", "--bound-object-kind=Pod", `--bound-object-name=${pod}`])).stdout.trim();
  }, 180_000);
  afterAll(async () => {
    await up.end("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });

  test("with uids and versions, and tokens of pods are good, after kill -9", async () => {
    const before = await seen();
    expect(await review(token)).toBe("true system:serviceaccount:default:my-service-account");
    expect((statSync(log).mode & 0o777).toString(8)).toBe("600");
    await up.end("SIGKILL");
    up = await start();
    expect(await seen()).toBe(before);
    expect(await review(token)).toBe("true system:serviceaccount:default:my-service-account");
  });

  test("controllers and kubelets go on, and no id comes up again", async () => {
    const uids = new Set((await seen()).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
    await kubectl(["scale", "deployment/web", "--replicas=3"]);
    expect((await kubectl(["rollout", "status", "deployment/web", "--timeout=60s"])).stdout).toContain("successfully rolled out");
    const now = new Set((await seen()).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g));
    expect([...now].filter((uid) => !uids.has(uid))).toHaveLength(1);
    const { stdout } = await kubectl(["get", "pods", "-l", "app=web", "-o", "jsonpath={.items[*].status.phase}"]);
    expect(stdout).toBe("Running Running Running");
  });

  test("a line that was being written is left out, and nothing else", async () => {
    const before = await seen();
    await up.end("SIGKILL");
    appendFileSync(log, '0123456789abcdef {"cluster":"');
    up = await start();
    expect(await seen()).toBe(before);
  });

  test("a damaged file is told and set aside, and the start goes on", async () => {
    await up.end("SIGKILL");
    writeFileSync(log, readFileSync(log, "utf8").replace('"kind":"Deployment"', '"kind":"Deployed"'));
    up = await start();
    expect(up.output()).toMatch(/kubernetes\.jsonl is damaged; it is in .*set-aside-1 now, and Kubernetes begins anew/);
    expect(existsSync(join(folder, "set-aside-1/kubernetes.jsonl"))).toBe(true);
    expect((await kubectl(["get", "pods", "-o", "name"])).stdout).toBe("pod/my-pod\n");
  });

  test("so is a damaged state.json, with all that belongs to its keys", async () => {
    await up.end("SIGKILL");
    writeFileSync(join(folder, "state.json"), readFileSync(join(folder, "state.json"), "utf8").slice(0, 1000));
    up = await start();
    expect(up.output()).toMatch(/state\.json is damaged; it is in .*set-aside-2 now, with all that belongs to its keys/);
    expect(readdirSync(join(folder, "set-aside-2")).toSorted()).toEqual(["kubernetes.jsonl", "state.json"]);
    expect((await kubectl(["get", "pods", "-o", "name"])).stdout).toBe("pod/my-pod\n");
  });
});
