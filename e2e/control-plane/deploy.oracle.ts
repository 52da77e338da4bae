/** What `irsa-sim deploy` writes, before a real API server: it is taken as it is, the pods are admitted, and their rights are enough and no more. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { irsaSim } from "../irsa-sim.test-support.js";
import { startUp } from "../live/up.test-support.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";

const PATIENCE_MS = 240_000;
const WHO = "system:serviceaccount:irsa-sim:irsa-sim";
const problem = controlPlaneProblem();
if (problem !== null) console.log(`skipped: no control plane (${problem})`);

describe.skipIf(problem !== null)("a deployment", { timeout: PATIENCE_MS }, () => {
  let plane: ControlPlane;
  let folder: string;
  const written = (name: string): string => join(folder, "out/kustomize", name);
  const kubectl = async (...args: readonly string[]): Promise<string> => {
    const { code, stdout, stderr } = await plane.kubectl(args);
    expect([code, stderr]).toEqual([0, ""]);
    return stdout;
  };
  beforeAll(async () => {
    // The rights are the manifest's own then, and nobody else's.
    plane = await startControlPlane({ publicDiscovery: false });
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-deploy-"));
    expect(await irsaSim(["deploy", "--out", join(folder, "out"), "--replicas", "2"])).toMatchObject({ code: 0 });
    await kubectl("apply", "-f", written("namespace.yaml"));
  }, PATIENCE_MS);
  afterAll(async () => {
    await plane.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("every manifest is accepted as it is, without a warning", async () => {
    const accepted = await kubectl("apply", "--dry-run=server", "--kustomize", join(folder, "out/kustomize"));
    expect(accepted.trim().split("\n")).toHaveLength(10);
  });

  test("its pod is admitted where the Pod Security Standard is enforced, and one with more is not", async () => {
    const { spec } = parse(readFileSync(written("deployment.yaml"), "utf8")) as { readonly spec: { readonly template: { readonly spec: object } } };
    await kubectl("apply", "-f", written("access.yaml"));
    const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "one", namespace: "irsa-sim" }, spec: spec.template.spec };
    const root = { ...pod, spec: { ...pod.spec, securityContext: { runAsUser: 0 } } };
    const create = (one: object) => plane.kubectl(["create", "--dry-run=server", "-f", "-"], JSON.stringify(one));
    expect(await create(pod)).toMatchObject({ code: 0 });
    expect((await create(root)).stderr).toContain('violates PodSecurity "restricted');
  });

  test.each([
    { asks: "list serviceaccounts --all-namespaces", may: "yes" },
    { asks: "watch serviceaccounts --all-namespaces", may: "yes" },
    { asks: "get /openid/v1/jwks", may: "yes" },
    { asks: "get secrets --namespace=irsa-sim", may: "no" },
    { asks: "create serviceaccounts/token --all-namespaces", may: "no" },
    { asks: "patch mutatingwebhookconfigurations", may: "no" },
    { asks: "list pods --all-namespaces", may: "no" },
  ])("$asks: $may", async ({ asks, may }) => {
    await kubectl("apply", "-f", written("access.yaml"));
    const { stdout } = await plane.kubectl(["auth", "can-i", ...asks.split(" "), `--as=${WHO}`]);
    expect(stdout.trim()).toBe(may);
  });

  test("with these rights and no others it works beside the cluster", async () => {
    await kubectl("apply", "-f", written("access.yaml"));
    const token = (await kubectl("create", "token", "irsa-sim", "--namespace=irsa-sim")).trim();
    const config = {
      apiVersion: "v1",
      kind: "Config",
      clusters: [{ name: "it", cluster: { server: plane.server, "certificate-authority-data": Buffer.from(plane.certificateAuthority).toString("base64") } }],
      users: [{ name: "pod", user: { token } }],
      contexts: [{ name: "it", context: { cluster: "it", user: "pod" } }],
      "current-context": "it",
    };
    const kubeconfig = join(folder, "kubeconfig");
    writeFileSync(kubeconfig, JSON.stringify(config), { mode: 0o600 });
    await using up = await startUp(["--kubeconfig", kubeconfig, "--state", join(folder, "state")]);
    expect(up.output()).toContain(plane.issuer);
  });
});
