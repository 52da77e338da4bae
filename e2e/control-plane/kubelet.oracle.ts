/** The same pods on a real kubelet, whose runtime starts nothing, and on ours: the same files with the same modes and owners, and tokens with the same claims. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInMemoryFiles, type JsonObject } from "@irsa-sim/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createKubelet } from "../../packages/kubelet-projector/src/index.js";
import { kubeletOptions } from "../../packages/kubelet-projector/src/kubelet-options.test-support.js";
import { describedToken } from "../../packages/simulation/test/conformance/described.test-support.js";
import { createOurCluster, type OurCluster } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";
import { FIRST_OBJECTS } from "./first-objects.js";
import { pollUntil } from "./poll-until.js";
import { createRealCluster, type RealCluster } from "./real-cluster.js";
import { type ControlPlane, controlPlaneProblem, startControlPlane } from "./start-control-plane.js";
import { type Disk, diskOf, realDisk, volumeTree } from "./volume-tree.js";

const problem = controlPlaneProblem() ?? (process.getuid?.() === 0 ? null : "a kubelet gives files to other users, which root alone may");
if (problem !== null) console.log(`skipped: no kubelet (${problem})`);

const ISSUER = "https://oidc.example.test";
const STS_TOKEN = { serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds: 3600, path: "token" } };
const API_TOKEN = { serviceAccountToken: { expirationSeconds: 3607, path: "api/token" } };
const NAME = { downwardAPI: { items: [{ path: "about/name", fieldRef: { fieldPath: "metadata.name" } }] } };
const CONFIG = { configMap: { name: "c1", items: [{ key: "k", path: "deep/er/k", mode: 0o440 }] } };

const PODS: readonly { readonly name: string; readonly projected?: JsonObject; readonly spec?: JsonObject; readonly container?: JsonObject }[] = [
  { name: "a-token" },
  { name: "a-mode", projected: { defaultMode: 0o400 } },
  { name: "a-group", spec: { securityContext: { fsGroup: 1234 } } },
  { name: "a-group-and-a-mode", projected: { defaultMode: 0o400 }, spec: { securityContext: { fsGroup: 1234 } } },
  { name: "a-user", spec: { securityContext: { runAsUser: 1000 } } },
  { name: "a-containers-user", container: { securityContext: { runAsUser: 1001 } } },
  { name: "a-user-and-a-group", spec: { securityContext: { runAsUser: 1000, fsGroup: 1234 } } },
  { name: "two-tokens", projected: { sources: [STS_TOKEN, API_TOKEN] } },
  { name: "a-name", projected: { sources: [STS_TOKEN, NAME] } },
  { name: "a-config-map", projected: { sources: [CONFIG, STS_TOKEN], defaultMode: 0o640 } },
  { name: "a-config-map-and-a-user", projected: { sources: [CONFIG, STS_TOKEN] }, spec: { securityContext: { runAsUser: 1000 } } },
];

const podOf = ({ name, projected, spec, container }: (typeof PODS)[number]): JsonObject => ({
  ...{ apiVersion: "v1", kind: "Pod", metadata: { name } },
  spec: {
    ...{ serviceAccountName: "app", nodeName: "node-1", automountServiceAccountToken: false },
    containers: [{ name: "app", image: "nginx", volumeMounts: [{ name: "tokens", mountPath: "/tokens" }], ...container }],
    volumes: [{ name: "tokens", projected: { sources: [STS_TOKEN], ...projected } }],
    ...spec,
  },
});
const PATH = "/api/v1/namespaces/oracle/pods";
const CONFIG_MAP = {
  key: "cm/oracle/c1",
  path: "/api/v1/namespaces/oracle/configmaps",
  body: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "c1" }, data: { k: "v" } },
};
const VOLUME = "volumes/kubernetes.io~projected/tokens";
const OUR_PODS = "/var/lib/kubelet/pods";

/** The kubelet of the tests mounts nothing; a mounted volume has the sticky bit, which the root of every tmpfs has. */
function withoutMounts(disk: Disk): Disk {
  return {
    ...disk,
    lstat: (path) => {
      const status = disk.lstat(path);
      return path.endsWith(VOLUME) ? { ...status, mode: status.mode & ~0o1000 } : status;
    },
  };
}

/** A volume's tree, and what its files say: tokens by their claims. */
function looked(disk: Disk, volume: string, uids: ReadonlyMap<string, string>): unknown {
  const tree = volumeTree(disk, volume);
  // Through the links that applications use.
  const files = tree.filter(({ path, kind }) => kind === "file" && path.startsWith("..DATA/")).map(({ path }) => path.replace("..DATA/", ""));
  const says = (text: string): unknown => (text.startsWith("eyJ") ? describedToken(text, uids) : text);
  return { tree, files: Object.fromEntries(files.map((path) => [path, says(disk.read(join(volume, path)))])) };
}

describe.skipIf(problem !== null)("a kubelet", () => {
  let plane: ControlPlane;
  let real: RealCluster;
  let ours: OurCluster;
  let ourDisk: Disk;
  const watches = new AbortController();
  beforeAll(async () => {
    plane = await startControlPlane({ issuer: ISSUER, kubelet: true });
    real = await createRealCluster(plane, [...FIRST_OBJECTS, CONFIG_MAP]);
    ours = await createOurCluster({ issuer: ISSUER, objects: [...FIRST_OBJECTS, CONFIG_MAP] });
    const { clock, trace, handler } = ours;
    const files = createInMemoryFiles(clock);
    ourDisk = diskOf(files);
    createKubelet({ ...kubeletOptions({ clock, trace, handler }), bearerToken: "node-token", files, signal: watches.signal }).start();
  });
  afterAll(async () => {
    watches.abort();
    await plane?.close();
  });

  test.each(PODS)("$name", async (row) => {
    const created = await real.send({ method: "POST", path: PATH, body: podOf(row) });
    const { uid } = (JSON.parse(created.body) as { readonly metadata: { readonly uid: string } }).metadata;
    const volume = join(plane.podFolderOf(uid), VOLUME);
    await pollUntil(`${row.name} runs`, async () => {
      const { body } = await real.send({ method: "GET", path: `${PATH}/${row.name}` });
      const { status } = JSON.parse(body) as { readonly status: { readonly phase: string } };
      return status.phase === "Running" && existsSync(join(volume, "..data")) ? true : null;
    });
    const ofReal = looked(realDisk, volume, new Map([...real.uids, ["pod", uid]]));

    const { body } = await ours.send({ method: "POST", path: PATH, body: podOf(row) });
    const our = (JSON.parse(String(body)) as { readonly metadata: { readonly uid: string } }).metadata;
    await ours.clock.advanceBy(5000);
    expect(looked(withoutMounts(ourDisk), join(OUR_PODS, our.uid, VOLUME), new Map([...ours.uids, ["pod", our.uid]]))).toEqual(ofReal);
  });
});
