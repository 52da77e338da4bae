/** `up --in-cluster` as the pod that `irsa-sim deploy` describes: with the files that a real kubelet has written for it, and with the rights that it gets and no others. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { irsaSim, MAIN } from "../irsa-sim.test-support.js";
import { inMountNamespace, type Mount, mountNamespaceProblem } from "./in-mount-namespace.js";
import { pollUntil } from "./poll-until.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const PATIENCE_MS = 180_000;
const problem = controlPlaneProblem() ?? (process.getuid?.() === 0 ? mountNamespaceProblem() : "a kubelet gives files to other users, which root alone may");
if (problem !== null) console.log(`skipped: up --in-cluster (${problem})`);

interface StoredPod {
  readonly metadata: { readonly uid: string };
  readonly spec: {
    readonly securityContext: { readonly runAsUser: number };
    readonly containers: readonly {
      readonly args: readonly string[];
      readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
    }[];
  };
  readonly status: { readonly phase: string };
}

describe.skipIf(problem !== null)("in a cluster", { timeout: PATIENCE_MS }, () => {
  let plane: ControlPlane;
  let folder: string;
  let pod: StoredPod;
  const kubectl = async (args: readonly string[], stdin = ""): Promise<string> => {
    const { code, stdout, stderr } = await plane.kubectl(args, stdin);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };
  const read = async (): Promise<StoredPod> => JSON.parse(await kubectl(["get", "pod", "one", "--namespace=irsa-sim", "--output=json"])) as StoredPod;

  beforeAll(async () => {
    plane = await startControlPlane({ publicDiscovery: false, kubelet: true });
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-in-cluster-"));
    expect(await irsaSim(["deploy", "--out", join(folder, "out")])).toMatchObject({ code: 0 });
    const kustomize = join(folder, "out/kustomize");
    await kubectl(["apply", "--filename", join(kustomize, "namespace.yaml")]);
    // Its webhook fails open, and nobody is behind it.
    await kubectl(["apply", "--kustomize", kustomize]);
    const [deployment] = parseAllDocuments(readFileSync(join(kustomize, "deployment.yaml"), "utf8")).map(
      (document) => document.toJS() as { readonly spec: { readonly template: { readonly spec: object } } },
    );
    // No scheduler is at work, so the pod is given to the node by name.
    const spec = { ...deployment?.spec.template.spec, nodeName: plane.nodeName };
    await pollUntil("the namespace has the root certificate", async () => {
      const { code } = await plane.kubectl(["get", "configmap", "kube-root-ca.crt", "--namespace=irsa-sim"]);
      return code === 0 ? true : null;
    });
    await kubectl(["create", "--filename=-"], JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "one", namespace: "irsa-sim" }, spec }));
    pod = await pollUntil("the pod runs", async () => {
      const stored = await read();
      return stored.status.phase === "Running" ? stored : null;
    });
  }, PATIENCE_MS);
  afterAll(async () => {
    await plane?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Where the kubelet keeps what a container mounts. */
  function mountsOf({ metadata: { uid }, spec: { containers } }: StoredPod): readonly Mount[] {
    const volumes = join(plane.podFolderOf(uid), "volumes");
    const found = readdirSync(volumes).flatMap((plugin) => readdirSync(join(volumes, plugin)).map((name) => [name, join(volumes, plugin, name)] as const));
    const sources = new Map(found);
    return (containers[0]?.volumeMounts ?? []).map(({ name, mountPath }) => ({
      source: sources.get(name) ?? "",
      target: mountPath.replace(/^\/var\/run\//, "/run/"),
    }));
  }

  /** The container's own command, on loopback alone and at any free ports, until it prints what fits or ends. */
  function runAsPod(until: RegExp): Promise<string> {
    const { hostname, port } = new URL(plane.server);
    const args = (pod.spec.containers[0]?.args ?? []).map((one) => one.replace(/^--listen=.*/, "--listen=127.0.0.1").replace(/^--port=.*/, "--port=0"));
    const [program = "", ...rest] = inMountNamespace({ mounts: mountsOf(pod), user: pod.spec.securityContext.runAsUser }, [process.execPath, MAIN, ...args]);
    const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port };
    return new Promise((resolve) => {
      const child = spawn(program, rest, { env });
      let output = "";
      const see = (chunk: unknown): void => {
        output += String(chunk);
        if (until.test(output)) child.kill();
      };
      child.stdout.on("data", see);
      child.stderr.on("data", see);
      child.once("close", () => resolve(output));
    });
  }

  test("the kubelet writes the token, the root, the scenario and the keys that the container mounts", () => {
    const mounts = mountsOf(pod);
    expect(mounts.map(({ target }) => target).toSorted()).toEqual([
      "/etc/irsa-sim/keys",
      "/etc/irsa-sim/scenario",
      "/run/irsa-sim",
      "/run/secrets/kubernetes.io/serviceaccount",
    ]);
    const token = mounts.find(({ target }) => target.endsWith("/serviceaccount"))?.source ?? "";
    expect(readdirSync(token)).toEqual(expect.arrayContaining(["ca.crt", "namespace", "token"]));
  });

  test("with the rights of the manifests it works", async () => {
    expect(await runAsPod(/Ctrl-C ends it/)).toContain(plane.issuer);
  });

  test.each([
    { rule: "service accounts", at: 0, told: /does not let irsa-sim read the service accounts of all namespaces[\s\S]+HTTP 403/ },
    { rule: "the issuer's documents", at: 1, told: /does not let irsa-sim read its issuer's documents[\s\S]+HTTP 403/ },
  ])("without the right to $rule it does not, and says which is missing", async ({ at, told }) => {
    const role = JSON.parse(await kubectl(["get", "clusterrole", "irsa-sim", "--output=json"])) as { readonly rules: readonly object[] };
    // By itself Kubernetes lets every service account read them; not in every cluster that was hardened.
    await kubectl(["delete", "clusterrolebinding", "system:service-account-issuer-discovery", "--ignore-not-found"]);
    const patch = (rules: readonly object[]): Promise<string> =>
      kubectl(["patch", "clusterrole", "irsa-sim", "--type=merge", `--patch=${JSON.stringify({ rules })}`]);
    await patch(role.rules.filter((_, index) => index !== at));
    // A moment passes until the authoriser has heard of it.
    await expect.poll(() => runAsPod(/Ctrl-C ends it/), { timeout: 20_000 }).toMatch(told);
    await patch(role.rules);
  });
});
