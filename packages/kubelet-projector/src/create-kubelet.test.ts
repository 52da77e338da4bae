import { createTrace, epochMillis, type Handler, type NoteEvent, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createKubelet } from "./create-kubelet.js";
import type { KubeletOptions } from "./kubelet.js";
import { kubeletOptions } from "./kubelet-options.test-support.js";

const START = Date.UTC(2026, 0, 5, 9);
const TOKEN_PATH = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";

function podWith(expirationSeconds: number) {
  return {
    metadata: { name: "web", namespace: "default", uid: "pod-uid" },
    spec: {
      nodeName: "node-1",
      serviceAccountName: "my-sa",
      volumes: [
        { name: "aws-iam-token", projected: { sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds, path: "token" } }] } },
      ],
      containers: [
        {
          name: "app",
          env: [
            { name: "A", value: "1" },
            { name: "B", value: "$(A)-$(UNKNOWN)-$$(A)" },
            { name: "POD", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
          ],
          volumeMounts: [{ name: "aws-iam-token", readOnly: true, mountPath: TOKEN_PATH.slice(0, -"/token".length) }],
        },
      ],
    },
  };
}

/** A kubelet against a hand-made API server that can be made to fail. */
function createTestKubelet(expirationSeconds: number, options: Partial<Pick<KubeletOptions, "pullImage" | "runsUntilTold">> = {}) {
  const clock = new VirtualClock(epochMillis(START));
  const trace = createTrace(clock);
  const requests: { readonly atSeconds: number; readonly body: unknown }[] = [];
  const state = { failing: false, delayMs: 0, pods: [podWith(expirationSeconds)] as readonly object[], objects: {} as Readonly<Record<string, object>> };
  let changed = clock.createLatch<void>();
  let version = 1;
  const handler: Handler = async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (searchParams.has("watch")) {
      await changed.wait();
      return { status: 410, headers: {}, body: "" };
    }
    const [, selected] = /^metadata\.name=(.+)$/.exec(searchParams.get("fieldSelector") ?? "") ?? [];
    if (selected !== undefined) {
      const object = state.objects[`${pathname.split("/").at(-1)}/${selected}`];
      const metadata = { name: selected, namespace: "default", resourceVersion: JSON.stringify(object) };
      const items = object === undefined ? [] : [{ ...object, metadata }];
      return { status: 200, headers: {}, body: JSON.stringify({ metadata: { resourceVersion: String(version) }, items }) };
    }
    const [, key] = /\/api\/v1\/namespaces\/default\/((?:configmaps|secrets)\/.+)$/.exec(request.url) ?? [];
    if (key !== undefined) {
      const object = state.objects[key];
      return {
        status: object === undefined ? 404 : 200,
        headers: {},
        body: JSON.stringify(object === undefined ? { message: "not found" } : { ...object, metadata: { resourceVersion: JSON.stringify(object) } }),
      };
    }
    if (request.method === "GET")
      return { status: 200, headers: {}, body: JSON.stringify({ metadata: { resourceVersion: String(version) }, items: state.pods }) };
    const body = JSON.parse(String(request.body)) as { readonly spec: { readonly expirationSeconds: number } };
    requests.push({ atSeconds: (clock.now() - START) / 1000, body });
    if (state.delayMs > 0) await clock.sleep(state.delayMs);
    if (state.failing) return { status: 500, headers: {}, body: JSON.stringify({ message: "etcd is down" }) };
    const expirationTimestamp = new Date(clock.now() + body.spec.expirationSeconds * 1000).toISOString();
    return { status: 201, headers: {}, body: JSON.stringify({ spec: body.spec, status: { token: `token-${requests.length}`, expirationTimestamp } }) };
  };
  const kubelet = createKubelet({ ...kubeletOptions({ clock, trace, handler }), ...options });
  /** The kubelet hears of what is there now; at first by starting. */
  let isStarted = false;
  const hear = async (): Promise<void> => {
    if (!isStarted) kubelet.start();
    isStarted = true;
    version += 1;
    changed.open();
    changed = clock.createLatch();
    await clock.advanceBy(0);
  };
  const restart = () => clock.run(() => kubelet.restart());
  const token = (): string => new TextDecoder().decode(kubelet.container("default", "web")?.files.read(TOKEN_PATH));
  const notes = (name: string): readonly NoteEvent[] => trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name);
  return { clock, trace, kubelet, requests, state, token, notes, hear, restart };
}

test("a new pod gets a token bound to it, and its container starts with environment and files", async () => {
  const { hear, kubelet, requests, token, notes } = createTestKubelet(86_400);
  await hear();
  expect(requests).toMatchObject([
    {
      atSeconds: 0,
      body: {
        spec: { audiences: ["sts.amazonaws.com"], expirationSeconds: 86_400, boundObjectRef: { kind: "Pod", apiVersion: "v1", name: "web", uid: "pod-uid" } },
      },
    },
  ]);
  expect(token()).toBe("token-1");
  expect(kubelet.container("default", "web")?.environment).toEqual({ A: "1", B: "1-$(UNKNOWN)-$(A)", POD: "web" });
  expect(notes("kubelet.pod-seen").map(({ attributes }) => attributes)).toEqual([{ pod: "default/web", uid: "pod-uid", node: "node-1" }]);
});

describe("the token is replaced at the first sync behind its refresh point", () => {
  test.each([
    { ttl: 600, hours: 1, thresholdSeconds: 480 },
    { ttl: 86_400, hours: 24, thresholdSeconds: 69_120 },
  ])("$ttl s", async ({ ttl, hours, thresholdSeconds }) => {
    const { hear, clock, requests, token } = createTestKubelet(ttl);
    await hear();
    await clock.advanceBy(hours * 3_600_000);
    const ages = requests.slice(1).map(({ atSeconds }, index) => atSeconds - (requests[index]?.atSeconds ?? 0));
    expect(ages.length).toBeGreaterThan(0);
    for (const age of ages) {
      expect(age).toBeGreaterThan(thresholdSeconds - 9);
      expect(age).toBeLessThanOrEqual(thresholdSeconds + 90);
    }
    expect(token()).toBe(`token-${requests.length}`);
  });
});

test("a failing refresh keeps the old token while it is valid, then reports a failed mount and leaves the file alone", async () => {
  const { hear, clock, state, token, notes } = createTestKubelet(600);
  await hear();
  state.failing = true;
  await clock.advanceBy(599_000);
  expect(notes("kubelet.refresh-failed")[0]?.attributes.message).toBe("Couldn't update token: etcd is down");
  expect(notes("kubelet.failed-mount")).toEqual([]);
  await clock.advanceBy(300_000);
  expect(notes("kubelet.failed-mount")[0]?.attributes.message).toMatch(
    /^MountVolume\.SetUp failed for volume "aws-iam-token" : (failed to fetch token|token .* expired and refresh failed): etcd is down$/,
  );
  expect(token()).toBe("token-1");
  state.failing = false;
  await clock.advanceBy(90_000);
  expect(token()).not.toBe("token-1");
});

test("without a first token the container waits, and the mount is tried again with a growing pause", async () => {
  const { hear, clock, kubelet, requests, state, notes, token } = createTestKubelet(600);
  state.failing = true;
  await hear();
  await clock.advanceBy(7500);
  expect(requests.map(({ atSeconds }) => atSeconds)).toEqual([0, 0.5, 1.5, 3.5, 7.5]);
  expect(kubelet.container("default", "web")).toBeNull();
  expect(notes("kubelet.failed-mount")[0]?.attributes.message).toBe(
    'MountVolume.SetUp failed for volume "aws-iam-token" : failed to fetch token: etcd is down',
  );
  state.failing = false;
  await clock.advanceBy(8000);
  expect(token()).toBe("token-6");
});

test("a stopped kubelet replaces nothing, and the container goes on with the file it has", async () => {
  const { hear, clock, kubelet, requests, token } = createTestKubelet(600);
  await hear();
  kubelet.stop();
  await clock.advanceBy(3_600_000);
  await hear();
  expect(requests.length).toBe(1);
  expect(token()).toBe("token-1");
});

test("a pod that is gone is let go of", async () => {
  const { hear, clock, kubelet, requests, state } = createTestKubelet(600);
  await hear();
  state.pods = [];
  await hear();
  await clock.advanceBy(3_600_000);
  expect(kubelet.container("default", "web")).toBeNull();
  expect(requests.length).toBe(1);
});

test("a kubelet that starts again has an empty cache: each volume gets a fresh token, and containers go on", async () => {
  const { restart, hear, kubelet, requests, token } = createTestKubelet(86_400);
  await hear();
  const container = kubelet.container("default", "web");
  kubelet.stop();
  await restart();
  expect([requests.length, token()]).toEqual([2, "token-2"]);
  expect(kubelet.container("default", "web")).toBe(container);
});

describe("sub-paths (section 6.3)", () => {
  const TOKEN_FILE = "/token-file";

  function createWithSubPath() {
    const test = createTestKubelet(600);
    const pod = podWith(600);
    const [app] = pod.spec.containers;
    const mount = { name: "aws-iam-token", mountPath: TOKEN_FILE, subPath: "token", readOnly: true };
    test.state.pods = [{ ...pod, spec: { ...pod.spec, containers: [{ ...app, volumeMounts: [...(app?.volumeMounts ?? []), mount] }] } }];
    const copy = (): string => new TextDecoder().decode(test.kubelet.container("default", "web")?.files.read(TOKEN_FILE));
    return { ...test, copy };
  }

  test("a sub-path mount never sees an update", async () => {
    const { hear, clock, token, copy } = createWithSubPath();
    await hear();
    await clock.advanceBy(3_600_000);
    expect(token()).not.toBe("token-1");
    expect(copy()).toBe("token-1");
  });

  test("a container that starts again gets what is there then", async () => {
    const { hear, clock, kubelet, token, copy } = createWithSubPath();
    await hear();
    await clock.advanceBy(3_600_000);
    const before = kubelet.container("default", "web")?.id;
    expect(kubelet.restartContainer("default", "web")).toBe(true);
    expect(copy()).toBe(token());
    expect(kubelet.container("default", "web")?.id).not.toBe(before);
  });

  test("a container that does not run cannot start again", () => {
    expect(createTestKubelet(600).kubelet.restartContainer("default", "none")).toBe(false);
  });
});

describe("the other sources of a projected volume (sections 6.1 and 7)", () => {
  const API_ACCESS = {
    name: "kube-api-access-abcde",
    projected: {
      defaultMode: 0o644,
      sources: [
        { serviceAccountToken: { expirationSeconds: 3607, path: "token" } },
        { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } },
        { downwardAPI: { items: [{ path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } }] } },
      ],
    },
  };

  async function startWith(volume: object, objects: Readonly<Record<string, object>>, securityContext: object = {}) {
    const test = createTestKubelet(600);
    const pod = podWith(600);
    const volumeMounts = [{ name: (volume as { readonly name: string }).name, mountPath: "/v", readOnly: true }];
    test.state.pods = [{ ...pod, spec: { ...pod.spec, securityContext, volumes: [volume], containers: [{ name: "app", volumeMounts }] } }];
    test.state.objects = { ...objects };
    await test.hear();
    const files = () => test.kubelet.container("default", "web")?.files;
    return { ...test, files, read: (name: string) => new TextDecoder().decode(files()?.read(`/v/${name}`)) };
  }

  test("kube-api-access: token, certificate and namespace", async () => {
    const { read, files, requests } = await startWith(API_ACCESS, { "configmaps/kube-root-ca.crt": { data: { "ca.crt": "PEM", other: "x" } } });
    expect([read("token"), read("ca.crt"), read("namespace")]).toEqual(["token-1", "PEM", "default"]);
    expect(
      files()
        ?.list("/v")
        .filter((name) => !name.startsWith(".")),
    ).toEqual(["ca.crt", "namespace", "token"]);
    expect(requests).toMatchObject([{ body: { spec: { audiences: null, expirationSeconds: 3607 } } }]);
  });

  test("a ConfigMap that is not there: the pod waits, with the kubelet's words, until it comes", async () => {
    const { clock, files, notes, state, read } = await startWith(API_ACCESS, {});
    expect(files()).toBeUndefined();
    expect(notes("kubelet.failed-mount")[0]?.attributes.message).toBe(
      'MountVolume.SetUp failed for volume "kube-api-access-abcde" : configmap "kube-root-ca.crt" not found',
    );
    state.objects = { "configmaps/kube-root-ca.crt": { data: { "ca.crt": "PEM" } } };
    await clock.advanceBy(1000);
    expect(read("ca.crt")).toBe("PEM");
  });

  test("a ConfigMap that changed is seen at the next sync, and not before somebody says so", async () => {
    const { hear, clock, state, read } = await startWith(API_ACCESS, { "configmaps/kube-root-ca.crt": { data: { "ca.crt": "PEM" } } });
    state.objects = { "configmaps/kube-root-ca.crt": { data: { "ca.crt": "NEW" } } };
    await clock.advanceBy(90_000);
    expect(read("ca.crt")).toBe("PEM");
    await hear();
    await clock.advanceBy(90_000);
    expect(read("ca.crt")).toBe("NEW");
  });

  const only = (source: object) => ({ name: "v", projected: { sources: [source] } });

  test.each([
    { name: "all keys of a ConfigMap", source: { configMap: { name: "c" } }, files: { a: "1", b: "2" } },
    { name: "items with paths", source: { configMap: { name: "c", items: [{ key: "a", path: "x/y" }] } }, files: { "x/y": "1" } },
    { name: "binary data", source: { configMap: { name: "binary" } }, files: { a: "hello" } },
    { name: "a Secret is base64", source: { secret: { name: "s" } }, files: { password: "hello" } },
    { name: "an optional ConfigMap that is not there", source: { configMap: { name: "none", optional: true } }, files: {} },
    { name: "an optional key that is not there", source: { configMap: { name: "c", optional: true, items: [{ key: "z", path: "z" }] } }, files: {} },
    {
      name: "fields of the pod",
      source: {
        downwardAPI: {
          items: [
            { path: "uid", fieldRef: { fieldPath: "metadata.uid" } },
            { path: "l", fieldRef: { fieldPath: "metadata.labels['app']" } },
          ],
        },
      },
      files: { uid: "pod-uid", l: "" },
    },
  ])("$name", async ({ source, files }) => {
    const objects = {
      "configmaps/c": { data: { a: "1", b: "2" } },
      "configmaps/binary": { binaryData: { a: btoa("hello") } },
      "secrets/s": { data: { password: btoa("hello") } },
    };
    const { read } = await startWith(only(source), objects);
    expect(Object.keys(files).map((name) => [name, read(name)])).toEqual(Object.entries(files));
  });

  test.each([
    { source: { secret: { name: "none" } }, message: 'secret "none" not found' },
    { source: { configMap: { name: "c", items: [{ key: "z", path: "z" }] } }, message: "configmap references non-existent config key: z" },
    { source: { secret: { name: "s", items: [{ key: "z", path: "z" }] } }, message: "references non-existent secret key: z" },
    { source: { downwardAPI: { items: [{ path: "a", fieldRef: { fieldPath: "spec.hostNetwork" } }] } }, message: "unsupported fieldPath: spec.hostNetwork" },
  ])("$message", async ({ source, message }) => {
    const { notes } = await startWith(only(source), { "configmaps/c": { data: {} }, "secrets/s": { data: {} } });
    expect(notes("kubelet.failed-mount")[0]?.attributes.message).toBe(`MountVolume.SetUp failed for volume "v" : ${message}`);
  });

  test("of two sources with one path the last counts", async () => {
    const volume = {
      name: "v",
      projected: { sources: [{ configMap: { name: "c", items: [{ key: "a", path: "token" }] } }, { serviceAccountToken: { path: "token" } }] },
    };
    expect((await startWith(volume, { "configmaps/c": { data: { a: "1" } } })).read("token")).toBe("token-1");
  });

  test("the token has a mode of its own, the other files keep theirs", async () => {
    const volume = {
      name: "v",
      projected: {
        defaultMode: 0o444,
        sources: [
          { serviceAccountToken: { path: "token" } },
          {
            configMap: {
              name: "c",
              items: [
                { key: "a", path: "a" },
                { key: "a", path: "b", mode: 0o400 },
              ],
            },
          },
        ],
      },
    };
    const { files } = await startWith(volume, { "configmaps/c": { data: { a: "1" } } }, { runAsUser: 1000, fsGroup: 2000 });
    const shown = ["token", "a", "b"].map((name) => {
      const { mode, uid, gid } = files()?.stat(`/v/${name}`) ?? { mode: 0, uid: 0, gid: 0 };
      return `${mode.toString(8)} ${uid}:${gid}`;
    });
    expect(shown).toEqual(["640 1000:2000", "444 0:2000", "440 0:2000"]);
  });
});

describe("init containers", () => {
  const app = podWith(600);
  const withInit = (...initContainers: readonly object[]) => ({ ...app, spec: { ...app.spec, initContainers } });
  const isRunning = ({ kubelet }: ReturnType<typeof createTestKubelet>, ...names: readonly string[]) =>
    names.map((name) => kubelet.container("default", "web", name) !== null);

  test("run one after another, and the others wait for them", async () => {
    const test = createTestKubelet(600, { runsUntilTold: () => true });
    test.state.pods = [withInit({ name: "first" }, { name: "second" })];
    await test.hear();
    expect(isRunning(test, "first", "second", "app")).toEqual([true, false, false]);
    await test.clock.advanceBy(200_000);
    expect(test.kubelet.exitContainer("default", "web", "first")).toBe(true);
    expect(isRunning(test, "first", "second", "app")).toEqual([false, true, false]);
    expect(test.kubelet.exitContainer("default", "web", "second")).toBe(true);
    expect(isRunning(test, "first", "second", "app")).toEqual([false, false, true]);
    expect(test.kubelet.exitContainer("default", "web", "first")).toBe(false);
  });

  test("a sidecar goes on running beside the others", async () => {
    const test = createTestKubelet(600, { runsUntilTold: () => true });
    test.state.pods = [withInit({ name: "proxy", restartPolicy: "Always" })];
    await test.hear();
    expect(isRunning(test, "proxy", "app")).toEqual([true, true]);
  });

  test("of which nobody waits for anything end at once", async () => {
    const test = createTestKubelet(600);
    test.state.pods = [withInit({ name: "first" })];
    await test.hear();
    expect(isRunning(test, "first", "app")).toEqual([false, true]);
  });
});

test("a pull that is refused keeps the containers from starting, and is tried again after 10, 20, 40 … seconds", async () => {
  let isRefused = true;
  const pod = podWith(600);
  const { hear, kubelet, state, clock, notes } = createTestKubelet(600, { pullImage: async () => (isRefused ? "denied" : null) });
  state.pods = [{ ...pod, spec: { ...pod.spec, containers: pod.spec.containers.map((container) => ({ ...container, image: "registry.test/app" })) } }];
  await hear();
  const message = 'Failed to pull image "registry.test/app": denied';
  expect(kubelet.waiting("default", "web")).toEqual({ reason: "ErrImagePull", message });
  await clock.advanceBy(71_000);
  expect(kubelet.waiting("default", "web")).toEqual({ reason: "ImagePullBackOff", message });
  expect(notes("kubelet.failed-pull").map(({ at }) => (at - START) / 1000)).toEqual([0, 10, 30, 70]);
  expect(kubelet.container("default", "web")).toBeNull();
  isRefused = false;
  await clock.advanceBy(80_000);
  expect(kubelet.waiting("default", "web")).toBeNull();
  expect(kubelet.container("default", "web")).not.toBeNull();
});

/** Seconds between one and the next. */
const pauses = (seconds: readonly number[]): readonly number[] => seconds.slice(1).map((second, index) => second - (seconds[index] ?? 0));

describe("pauses grow up to a ceiling", () => {
  test("of 122 s between two mounts", async () => {
    const { hear, clock, requests, state } = createTestKubelet(600);
    state.failing = true;
    await hear();
    await clock.advanceBy(500_000);
    expect(pauses(requests.map(({ atSeconds }) => atSeconds))).toEqual([0.5, 1, 2, 4, 8, 16, 32, 64, 122, 122, 122]);
  });

  test("of 300 s between two pulls, each of which is told", async () => {
    const pod = podWith(600);
    const { hear, state, clock, notes, trace } = createTestKubelet(600, { pullImage: async () => "denied" });
    state.pods = [{ ...pod, spec: { ...pod.spec, containers: pod.spec.containers.map((container) => ({ ...container, image: "app" })) } }];
    await hear();
    await clock.advanceBy(1_300_000);
    const failed = notes("kubelet.failed-pull");
    expect(pauses(failed.map(({ at }) => at / 1000))).toEqual([10, 20, 40, 80, 160, 300, 300, 300]);
    expect(trace.events.filter((event) => event.kind === "span" && event.name === "Pull app")).toHaveLength(failed.length);
    expect(failed.every(({ step, actor }) => step === 2 && actor === "kubelet")).toBe(true);
  });
});

test("a start of the process is told, and belongs to no step", async () => {
  const { restart, notes, trace } = createTestKubelet(600);
  await restart();
  expect(notes("kubelet.restarted")).toMatchObject([{ step: null, actor: "kubelet", attributes: {} }]);
  expect(trace.events[0]).toMatchObject({ kind: "span", name: "The kubelet starts again" });
});

test("what somebody did to a file is made good at the next look, within 90 s", async () => {
  const { hear, clock, kubelet, token, state } = createTestKubelet(86_400);
  const pod = podWith(86_400);
  const containers = pod.spec.containers.map((one) => ({ ...one, volumeMounts: one.volumeMounts.map((mount) => ({ ...mount, readOnly: false })) }));
  state.pods = [{ ...pod, spec: { ...pod.spec, containers } }];
  await hear();
  await clock.advanceBy(1_000_000);
  kubelet.container("default", "web")?.files.write(TOKEN_PATH, new TextEncoder().encode("mine"));
  expect(token()).toBe("mine");
  await clock.advanceBy(90_000);
  expect(token()).toBe("token-1");
});

test("a pod that nobody looks after has no containers", () => {
  const { kubelet } = createTestKubelet(600);
  expect([kubelet.container("default", "x"), kubelet.waiting("default", "x")]).toEqual([null, null]);
  expect([kubelet.restartContainer("default", "x"), kubelet.exitContainer("default", "x", "app")]).toEqual([false, false]);
});

test("for a pod that goes while its first token is on the way no other is asked", async () => {
  const { hear, clock, requests, state } = createTestKubelet(600);
  const pod = podWith(600);
  const [volume] = podWith(700).spec.volumes;
  state.pods = [{ ...pod, spec: { ...pod.spec, volumes: [...pod.spec.volumes, { ...volume, name: "second" }] } }];
  state.delayMs = 1000;
  await hear();
  state.pods = [];
  await hear();
  await clock.advanceBy(10_000);
  expect(requests.map(({ atSeconds }) => atSeconds)).toEqual([0]);
});
