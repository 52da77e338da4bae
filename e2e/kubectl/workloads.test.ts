/** What people type when they change workloads, and what they see; the same as with a real cluster but for what is said in docs/fidelity.md. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiveSimulation } from "../../packages/live/src/index.js";
import { DEPLOYMENT, type Kubectl, kubectlProblem, rowsOf, startForKubectl } from "./kubectl.test-support.js";

const problem = kubectlProblem();
if (problem !== null) console.log(`skipped: kubectl is not there (${problem})`);

let live: LiveSimulation;
let folder: string;
let kubectl: Kubectl;

/** The words of a column of each row. */
const columnOf = (rows: readonly string[], column: number): readonly string[] => rows.slice(1).map((row) => row.split(" | ")[column] ?? "");

describe.skipIf(problem !== null)("workloads", { timeout: 180_000 }, () => {
  beforeAll(async () => {
    ({ live, folder, kubectl } = await startForKubectl());
  }, 120_000);
  afterAll(async () => {
    await live.close();
    rmSync(folder, { recursive: true });
  });

  const type = async (...lines: readonly string[]): Promise<readonly string[]> => {
    const told: string[] = [];
    for (const line of lines) {
      const { stdout, stderr } = await kubectl(line.split(" "));
      told.push(`${stdout}${stderr}`.trim());
    }
    return told;
  };

  test("a Deployment has a history, and goes back in it", async () => {
    await kubectl(["apply", "-f", "-"], { input: DEPLOYMENT });
    await type("rollout status deployment/web --timeout=60s", "set image deployment/web app=web:2", "rollout status deployment/web --timeout=60s");
    expect(rowsOf(await kubectl(["rollout", "history", "deployment/web"]))).toEqual([
      "deployment.apps/web ",
      "REVISION | CHANGE-CAUSE",
      "1 | <none>",
      "2 | <none>",
    ]);
    expect((await kubectl(["rollout", "history", "deployment/web", "--revision=1"])).stdout).toContain("Image:\tweb:1");
    expect(await type("rollout undo deployment/web", "rollout status deployment/web --timeout=60s")).toEqual([
      "deployment.apps/web rolled back",
      expect.stringContaining("successfully rolled out"),
    ]);
    expect(columnOf(rowsOf(await kubectl(["rollout", "history", "deployment/web"])).slice(1), 0)).toEqual(["2", "3"]);
    expect(await type("get deployment web -o jsonpath={.spec.template.spec.containers[0].image}")).toEqual(["web:1"]);
    expect(await type("scale deployment/web --replicas=3", "rollout restart deployment/web", "rollout status deployment/web --timeout=60s")).toEqual([
      "deployment.apps/web scaled",
      "deployment.apps/web restarted",
      expect.stringContaining("successfully rolled out"),
    ]);
    expect(rowsOf(await kubectl(["get", "deployments"]))[1]).toBe("web | 3/3 | 3 | 3 | AGE");
    expect(await type("rollout pause deployment/web", "set env deployment/web A=B", "get replicasets -o name")).toEqual([
      "deployment.apps/web paused",
      "deployment.apps/web env updated",
      expect.not.stringMatching(/(.*\n){3}/),
    ]);
    expect(await type("rollout resume deployment/web", "rollout status deployment/web --timeout=60s")).toEqual([
      "deployment.apps/web resumed",
      expect.stringContaining("successfully rolled out"),
    ]);
  });

  test("server-side apply tells who manages what it would change", async () => {
    await type('patch deployment web -p {"spec":{"replicas":1}}');
    const { stderr } = await kubectl(["apply", "--server-side", "-f", "-"], { input: DEPLOYMENT });
    expect(stderr).toContain('conflict with "kubectl-patch" using apps/v1: .spec.replicas');
    expect(await kubectl(["apply", "--server-side", "--force-conflicts", "-f", "-"], { input: DEPLOYMENT })).toMatchObject({
      stdout: "deployment.apps/web serverside-applied\n",
    });
  });

  test("a ReplicaSet that is let go of stays, and is found again", async () => {
    await type("rollout status deployment/web --timeout=60s", "delete deployment web --cascade=orphan");
    expect((await kubectl(["get", "replicasets", "-o", "jsonpath={.items[*].metadata.ownerReferences}"])).stdout).toBe("");
    await kubectl(["apply", "-f", "-"], { input: DEPLOYMENT });
    await type("rollout status deployment/web --timeout=60s");
    expect((await kubectl(["get", "pods", "-l", "app=web", "--field-selector=status.phase=Running", "-o", "name"])).stdout.trim().split("\n")).toHaveLength(2);
    await type("delete deployment web --cascade=foreground");
    expect((await kubectl(["get", "deployments,replicasets,pods", "-l", "app=web"])).stderr).toContain("No resources found");
  });

  test("a Job completes, or fails, and says so", async () => {
    await type("create job good --image=busybox -- date");
    expect(await type("wait --for=condition=complete job/good --timeout=60s")).toEqual(["job.batch/good condition met"]);
    expect(rowsOf(await kubectl(["get", "jobs"]))[1]).toMatch(/^good \| Complete \| 1\/1 \| /);
    const failing = {
      ...{ apiVersion: "batch/v1", kind: "Job", metadata: { name: "bad" } },
      spec: {
        backoffLimit: 0,
        template: {
          metadata: { annotations: { "irsa-sim/exit-code": "1", "irsa-sim/runs-for": "1s" } },
          spec: { restartPolicy: "Never", containers: [{ name: "app", image: "x" }] },
        },
      },
    };
    await kubectl(["apply", "-f", "-"], { input: JSON.stringify(failing) });
    expect(await type("wait --for=condition=failed job/bad --timeout=60s")).toEqual(["job.batch/bad condition met"]);
    expect((await kubectl(["describe", "job", "bad"])).stdout).toMatch(/BackoffLimitExceeded .* Job has reached the specified backoff limit/);
    expect(columnOf(rowsOf(await kubectl(["get", "pods", "-l", "job-name=bad"])), 2)).toEqual(["Error"]);
  });

  test("events tell what happened to a pod, and why there is none", async () => {
    const overrides = JSON.stringify({ spec: { serviceAccountName: "my-service-account" } });
    await kubectl(["run", "seen", "--image=web:1", `--overrides=${overrides}`]);
    await type("wait --for=condition=Ready pod/seen --timeout=60s", "delete pod seen");
    const events = rowsOf(
      await kubectl(["get", "events", "--field-selector=involvedObject.name=seen", "-o", "custom-columns=R:.reason,M:.message", "--no-headers"]),
    );
    expect(events.toSorted()).toEqual([
      "Created | Container created",
      "Killing | Stopping container seen",
      'Pulled | Container image "web:1" already present on machine and can be accessed by the pod',
      "Scheduled | Successfully assigned default/seen to node-1",
      "Started | Container started",
    ]);
    const missing = DEPLOYMENT.replace("my-service-account", "missing").replace('"name":"web"', '"name":"none"');
    await kubectl(["apply", "-f", "-"], { input: missing });
    const why = 'Error creating: pods "none-*" is forbidden: error looking up service account default/missing: serviceaccount "missing" not found';
    await expect
      .poll(async () => (await kubectl(["describe", "replicasets", "-l", "app=web"])).stdout.replaceAll(/none-[b-z2-9]+-/g, "none-*"), { timeout: 30_000 })
      .toContain(why);
    expect((await kubectl(["get", "deployment", "none", "-o", "jsonpath={.status.conditions[?(@.type=='ReplicaFailure')].reason}"])).stdout).toBe(
      "FailedCreate",
    );
  });

  test("a volume that cannot be mounted is told in events, and counted", async () => {
    const pod = {
      ...{ apiVersion: "v1", kind: "Pod", metadata: { name: "stuck" } },
      spec: {
        containers: [{ name: "app", image: "x", volumeMounts: [{ name: "v", mountPath: "/v" }] }],
        volumes: [{ name: "v", projected: { sources: [{ configMap: { name: "nope" } }] } }],
      },
    };
    await kubectl(["apply", "-f", "-"], { input: JSON.stringify(pod) });
    await expect
      .poll(async () => (await kubectl(["describe", "pod", "stuck"])).stdout, { timeout: 30_000 })
      .toMatch(/Warning +FailedMount +AGE \(x\d+ over AGE\) +kubelet +MountVolume\.SetUp failed for volume "v" : configmap "nope" not found/);
  });

  test("what changes an object in the editor, by patches, and anew", async () => {
    await type("create configmap settings --from-literal=a=first");
    expect(await kubectl(["edit", "configmap", "settings"], { environment: { EDITOR: "sed -i s/first/second/" } })).toMatchObject({ code: 0 });
    expect(
      await type('patch configmap settings --type=json -p [{"op":"add","path":"/data/b","value":"3"}]', "annotate serviceaccount default a=b --overwrite"),
    ).toEqual(["configmap/settings patched", "serviceaccount/default annotated"]);
    const manifest = JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings" }, data: { c: "4" } });
    expect((await kubectl(["replace", "--force", "-f", "-"], { input: manifest })).stdout).toMatch(/deleted[\s\S]+configmap\/settings replaced/);
    expect((await kubectl(["get", "configmaps", "--chunk-size=1", "-o", "name"])).stdout.split("\n")).toContain("configmap/settings");
  });
});
