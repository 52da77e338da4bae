import { createInMemoryFiles, epochMillis, type Files, VirtualClock } from "@irsa-sim/core";
import { beforeEach, describe, expect, test } from "vitest";
import type { Container, Pod } from "./pod.js";
import { type RunningContainer, startContainer } from "./running-container.js";

const VOLUME = "/var/lib/kubelet/pods/u/volumes/kubernetes.io~projected/v";
const POD: Pod = {
  metadata: { name: "web", namespace: "default", uid: "u" },
  spec: { serviceAccountName: "sa", containers: [], volumes: [{ name: "v", projected: { sources: [] } }, { name: "empty" }] },
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const textAt = (files: Files, path: string): string => new TextDecoder().decode(files.read(path));

let clock: VirtualClock;
let disk: Files;
beforeEach(() => {
  clock = new VirtualClock(epochMillis(77));
  disk = createInMemoryFiles(clock);
  disk.makeDirectory(`${VOLUME}/deep/er`, 0o750);
  disk.write(`${VOLUME}/token`, bytes("jwt"), 0o640);
  disk.changeOwner(`${VOLUME}/token`, 1000, 2000);
  disk.write(`${VOLUME}/deep/er/key`, bytes("value"), 0o600);
});

const start = (container: Partial<Container>, pod: Pod = POD, restarts = 0): RunningContainer =>
  startContainer(pod, { name: "app", ...container }, { disk, clock, restarts });
const mounting = (mount: { readonly name?: string; readonly mountPath: string; readonly subPath?: string; readonly readOnly?: boolean }) =>
  start({ volumeMounts: [{ name: "v", ...mount }] }).files;

test("a container knows who it is, and each start is another", () => {
  expect(start({})).toMatchObject({ id: "u/app", name: "app", podUid: "u", startedAt: 77, environment: {} });
  expect(start({}, POD, 2).id).toBe("u/app/2");
});

describe("mounts", () => {
  test("a volume is seen as it is at any time, and can be written unless it says otherwise", () => {
    const files = mounting({ mountPath: "/m" });
    disk.write(`${VOLUME}/token`, bytes("new"));
    expect(textAt(files, "/m/token")).toBe("new");
    files.write("/m/own", bytes("x"));
    expect(disk.list(VOLUME)).toContain("own");
    expect(() => mounting({ mountPath: "/m", readOnly: true }).write("/m/own", bytes("x"))).toThrow("EROFS");
  });

  test("what is not projected is not there", () => {
    expect(mounting({ name: "empty", mountPath: "/m" }).stat("/m")).toBeNull();
    expect(mounting({ name: "none", mountPath: "/m" }).stat("/m")).toBeNull();
  });

  test("what is written to it stays in the container", () => {
    const files = mounting({ name: "empty", mountPath: "/m" });
    files.makeDirectory("/m", 0o755);
    files.write("/m/own", bytes("x"));
    expect([textAt(files, "/m/own"), disk.stat(VOLUME.replace(/v$/, "empty"))]).toEqual(["x", null]);
  });

  test("and a sub-path of it is none", () => {
    expect(mounting({ name: "empty", mountPath: "/m", subPath: "x" }).stat("/m")).toBeNull();
  });

  test("a file as a sub-path is a copy, with mode and owner", () => {
    const files = mounting({ mountPath: "/etc/app/token", subPath: "token" });
    disk.write(`${VOLUME}/token`, bytes("new"));
    expect([textAt(files, "/etc/app/token"), files.stat("/etc/app/token")]).toMatchObject(["jwt", { mode: 0o640, uid: 1000, gid: 2000 }]);
    expect(files.stat("/etc/app")?.mode).toBe(0o755);
    expect(textAt(mounting({ mountPath: "/token", subPath: "token" }), "/token")).toBe("new");
  });

  test("a directory as a sub-path is copied with all below it", () => {
    const files = mounting({ mountPath: "/m", subPath: "deep" });
    expect([textAt(files, "/m/er/key"), files.stat("/m/er/key")?.mode, files.stat("/m/er")?.mode, files.list("/m")]).toEqual(["value", 0o600, 0o750, ["er"]]);
  });

  test("a sub-path that is not there is an empty directory", () => {
    const files = mounting({ mountPath: "/m", subPath: "none" });
    expect([files.list("/m"), files.stat("/m")?.mode]).toEqual([[], 0o755]);
  });

  test("an empty sub-path is the volume", () => {
    expect(textAt(mounting({ mountPath: "/m", subPath: "" }), "/m/token")).toBe("jwt");
  });
});

describe("who reads a file of 1000:2000 with mode 0640", () => {
  test.each([
    { name: "root, where nobody says", container: {}, context: undefined, reads: true },
    { name: "the owner", container: { securityContext: { runAsUser: 1000 } }, context: undefined, reads: true },
    { name: "somebody", container: { securityContext: { runAsUser: 1 } }, context: undefined, reads: false },
    { name: "somebody of the pod", container: {}, context: { runAsUser: 1 }, reads: false },
    { name: "somebody with the group", container: {}, context: { runAsUser: 1, fsGroup: 2000 }, reads: true },
    { name: "somebody with another group", container: {}, context: { runAsUser: 1, fsGroup: 3 }, reads: false },
  ])("$name: $reads", ({ container, context, reads }) => {
    const pod = context === undefined ? POD : { ...POD, spec: { ...POD.spec, securityContext: context } };
    const { files, filesOf } = start({ ...container, volumeMounts: [{ name: "v", mountPath: "/m" }] }, pod);
    const read = () => textAt(files, "/m/token");
    if (reads) expect(read()).toBe("jwt");
    else expect(read).toThrow("EACCES");
    expect(textAt(filesOf({ uid: 1000, gids: [] }), "/m/token")).toBe("jwt");
  });
});

test.each([
  {
    env: [
      { name: "A", value: "1" },
      { name: "B", value: "$(A)$(A)" },
    ],
    environment: { A: "1", B: "11" },
  },
  {
    env: [
      { name: "B", value: "$(A)" },
      { name: "A", value: "1" },
    ],
    environment: { A: "1", B: "$(A)" },
  },
  { env: [{ name: "A", value: "$$(A) $$ $() $(A" }], environment: { A: "$(A) $ $() $(A" } },
  { env: [{ name: "A" }, { name: "A", value: "2" }], environment: { A: "2" } },
  {
    env: [
      { name: "A", valueFrom: { fieldRef: { fieldPath: "metadata.uid" } } },
      { name: "B", value: "$(A)" },
    ],
    environment: { A: "u", B: "u" },
  },
  {
    env: [
      { name: "A", valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
      { name: "B", valueFrom: {} },
    ],
    environment: { A: "", B: "" },
  },
])("$env: variables refer to those before them", ({ env, environment }) => {
  expect(start({ env }).environment).toEqual(environment);
});
