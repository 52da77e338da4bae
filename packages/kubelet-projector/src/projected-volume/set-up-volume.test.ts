import {
  createHostDirectory,
  createInMemoryFiles,
  createInMemoryTransport,
  createNetwork,
  createRandom,
  createTrace,
  epochMillis,
  type Handler,
  type HttpRequest,
  trustAnchors,
  VirtualClock,
} from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createObjectCache } from "../objects/object-cache.js";
import type { Pod, VolumeProjection } from "../pod.js";
import { createTokenManager } from "../token-manager/token-manager.js";
import { setUpVolume, volumeDirectory } from "./set-up-volume.js";

const TOKEN = { serviceAccountToken: { audience: "sts", expirationSeconds: 600, path: "token" } };
const KEYS = { configMap: { name: "c" } };
const ANSWER = { data: { key: "1" }, spec: { expirationSeconds: 600 }, status: { token: "jwt", expirationTimestamp: "1970-01-01T00:10:00Z" } };

interface Setting {
  readonly sources: readonly VolumeProjection[];
  readonly spec?: Partial<Pod["spec"]>;
  readonly volume?: string;
  readonly minorVersion?: number;
  readonly isWanted?: boolean;
  readonly defaultMode?: number;
  readonly answer?: Handler | null;
}

async function setUp({ sources, spec = {}, volume: name = "v", minorVersion = 36, isWanted = true, defaultMode, answer }: Setting) {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const files = createInMemoryFiles(clock);
  const hosts = createHostDirectory();
  const requests: HttpRequest[] = [];
  const handler: Handler = async (request, span) => {
    if (request.url.includes("watch") || request.url.includes("fieldSelector")) return clock.createLatch<never>().wait();
    requests.push(request);
    return (await answer?.(request, span)) ?? { status: request.method === "POST" ? 201 : 200, headers: {}, body: JSON.stringify(ANSWER) };
  };
  if (answer !== null) hosts.listen({ host: "api.test", actor: "api-server", handler });
  const network = createNetwork(hosts, createInMemoryTransport(hosts, clock), clock);
  const client = { network, apiServerUrl: "http://api.test", bearerToken: "kubelet", tls: trustAnchors([]) };
  const [random, signal] = [createRandom("1"), new AbortController().signal];
  const objects = createObjectCache({ ...client, clock, cacheSpan: trace.quiet, signal, onChanged: () => {} });
  const volume = { name, projected: { sources, ...(defaultMode === undefined ? {} : { defaultMode }) } };
  const containers = [
    {
      name: "app",
      volumeMounts: [
        { name: "other", mountPath: "/o" },
        { name, mountPath: "/m" },
      ],
    },
  ];
  const pod: Pod = { metadata: { name: "web", namespace: "ns", uid: "u" }, spec: { serviceAccountName: "sa", containers, volumes: [volume], ...spec } };
  const tokens = createTokenManager({ client, clock, random, minorVersion });
  const options = { files, tokens, objects, clock, random, isWanted: () => isWanted, minorVersion };
  const failure = await clock.run(() =>
    setUpVolume(options, pod, volume, trace.root).then(
      () => null,
      (error: Error) => error.message,
    ),
  );
  const directory = volumeDirectory(pod, name);
  const show = (path: string): string => {
    const status = files.stat(path === "" ? directory : `${directory}/${path}`);
    return status === null ? "none" : `${status.mode.toString(8).padStart(4, "0")} ${status.uid}:${status.gid}`;
  };
  return { failure, requests, show, trace, changes: trace.events.flatMap((event) => (event.kind === "change" ? [event] : [])) };
}

describe("modes and owners (section 6.4)", () => {
  test.each<{ readonly name: string; readonly setting: Partial<Setting>; readonly shown: readonly string[] }>([
    { name: "nothing special", setting: {}, shown: ["1777 0:0", "0644 0:0", "0644 0:0"] },
    { name: "a mode of the volume", setting: { defaultMode: 0o400 }, shown: ["1777 0:0", "0400 0:0", "0400 0:0"] },
    { name: "a user", setting: { spec: { securityContext: { runAsUser: 7 } } }, shown: ["1777 0:0", "0600 7:0", "0644 0:0"] },
    { name: "a group", setting: { spec: { securityContext: { fsGroup: 5 } } }, shown: ["3777 0:5", "0640 0:5", "0644 0:5"] },
    { name: "1.19", setting: { minorVersion: 19, spec: { securityContext: { runAsUser: 7 } } }, shown: ["1777 0:0", "0600 7:0", "0644 0:0"] },
    { name: "1.18", setting: { minorVersion: 18, spec: { securityContext: { runAsUser: 7 } } }, shown: ["1777 0:0", "0600 0:0", "0644 0:0"] },
    {
      name: "an ephemeral container with another user",
      setting: { spec: { securityContext: { runAsUser: 7 }, ephemeralContainers: [{ name: "debug", securityContext: { runAsUser: 8 } }] } },
      shown: ["1777 0:0", "0644 0:0", "0644 0:0"],
    },
  ])("$name", async ({ setting, shown }) => {
    const { failure, show } = await setUp({ sources: [TOKEN, KEYS], ...setting });
    expect([failure, show(""), show("token"), show("key")]).toEqual([null, ...shown]);
  });
});

test("the trace tells of each file how it looks, in step 5, and nothing of its content", async () => {
  const { changes } = await setUp({ sources: [TOKEN, KEYS], spec: { securityContext: { runAsUser: 7 } } });
  const after = { link: expect.stringMatching(/^\.\.data -> \.\.1970_01_01_00_00_00\.\d+$/) };
  expect(changes).toMatchObject([
    { step: 5, actor: "kubelet", what: "/m/token", before: null, after: { ...after, mode: "0600", owner: "7:0", bytes: 3 } },
    { step: 5, actor: "kubelet", what: "/m/key", before: null, after: { ...after, mode: "0644", owner: "0:0", bytes: 1 } },
  ]);
});

test.each([
  { name: "the volume for AWS", volume: "aws-iam-token", steps: [3, 4, 5] },
  { name: "the volume for the API server", volume: "kube-api-access-ab1de", steps: [null, null, null] },
  { name: "one of a longer name", volume: "kube-api-access-ab1def", steps: [3, 4, 5] },
  { name: "one of a longer beginning", volume: "my-kube-api-access-ab1de", steps: [3, 4, 5] },
])("$name is in steps $steps", async ({ volume, steps }) => {
  const { trace } = await setUp({ sources: [TOKEN], volume });
  expect(trace.events.flatMap((event) => (event.kind === "span" ? [event.step] : []))).toEqual(steps);
});

test("an item of the downward API that asks for a resource is left out", async () => {
  const items = [{ path: "cpu" }, { path: "name", fieldRef: { fieldPath: "metadata.name" } }];
  const { failure, show } = await setUp({ sources: [{ downwardAPI: { items } }] });
  expect([failure, show("cpu"), show("name")]).toEqual([null, "none", "0644 0:0"]);
});

test("a pod that went meanwhile is left alone", async () => {
  const { show, changes } = await setUp({ sources: [TOKEN], isWanted: false });
  expect([show(""), changes]).toEqual(["none", []]);
});

describe("what is asked of the API server", () => {
  const headers = { host: "api.test", authorization: "Bearer kubelet", accept: "application/json" };

  test("a token, bound to the pod", async () => {
    const { requests } = await setUp({ sources: [TOKEN, { serviceAccountToken: { path: "own" } }] });
    const { url, method } = requests[0] ?? {};
    expect([url, method]).toEqual(["http://api.test/api/v1/namespaces/ns/serviceaccounts/sa/token", "POST"]);
    expect(requests[0]?.headers).toMatchObject({
      ...headers,
      accept: "application/vnd.kubernetes.protobuf,application/json",
      "content-type": "application/json",
    });
    const boundObjectRef = { kind: "Pod", apiVersion: "v1", name: "web", uid: "u" };
    const frame = {
      kind: "TokenRequest",
      apiVersion: "authentication.k8s.io/v1",
      metadata: {},
      status: { token: "", expirationTimestamp: null },
    };
    expect(requests.map(({ body }) => JSON.parse(String(body)))).toEqual([
      { ...frame, spec: { audiences: ["sts"], expirationSeconds: 600, boundObjectRef } },
      { ...frame, spec: { audiences: null, expirationSeconds: 3600, boundObjectRef } },
    ]);
  });

  test("an older kubelet says when nothing was made", async () => {
    const { requests } = await setUp({ sources: [TOKEN], minorVersion: 33 });
    expect(JSON.parse(String(requests[0]?.body)).metadata).toEqual({ creationTimestamp: null });
  });

  test("a ConfigMap and a Secret", async () => {
    const { requests } = await setUp({
      sources: [KEYS, { secret: { name: "s", optional: true } }],
      answer: async () => ({ status: 200, headers: {}, body: "{}" }),
    });
    const url = "http://api.test/api/v1/namespaces/ns";
    expect(requests).toEqual([`${url}/configmaps/c`, `${url}/secrets/s`].map((at) => ({ method: "GET", url: at, headers, body: "" })));
  });
});

describe("without an answer the volume stays as it was", () => {
  const refusing =
    (status: number, body: string): Handler =>
    async () => ({ status, headers: {}, body });
  const lookup = "getaddrinfo ENOTFOUND api.test";
  test.each<{ readonly name: string; readonly sources: readonly VolumeProjection[]; readonly answer: Handler | null; readonly failure: string }>([
    { name: "a token refused", sources: [TOKEN], answer: refusing(403, '{"message":"no"}'), failure: "failed to fetch token: no" },
    { name: "a token refused in silence", sources: [TOKEN], answer: refusing(500, "{}"), failure: "failed to fetch token: the server answered 500" },
    { name: "an account that is not there", sources: [TOKEN], answer: refusing(404, '{"message":"not found"}'), failure: "failed to fetch token: not found" },
    {
      name: "nobody to ask for a token",
      sources: [TOKEN],
      answer: null,
      failure: `failed to fetch token: Post "http://api.test/api/v1/namespaces/ns/serviceaccounts/sa/token": ${lookup}`,
    },
    { name: "an object refused", sources: [KEYS], answer: refusing(403, '{"message":"no"}'), failure: "no" },
    { name: "an object refused in silence", sources: [KEYS], answer: refusing(500, "{}"), failure: "the server answered 500" },
    { name: "an object that is not there", sources: [KEYS], answer: refusing(404, "{}"), failure: 'configmap "c" not found' },
    { name: "nobody to ask for an object", sources: [KEYS], answer: null, failure: `Get "http://api.test/api/v1/namespaces/ns/configmaps/c": ${lookup}` },
    {
      name: "a field that nobody knows",
      sources: [{ downwardAPI: { items: [{ path: "f", fieldRef: { fieldPath: "x" } }] } }],
      answer: null,
      failure: "unsupported fieldPath: x",
    },
  ])("$name", async ({ sources, answer, failure }) => {
    const result = await setUp({ sources, answer });
    expect([result.failure, result.show("")]).toEqual([failure, "none"]);
  });
});

describe("one source that fails", () => {
  const MISSING: Handler = async ({ method }) => ({ status: method === "POST" ? 201 : 404, headers: {}, body: JSON.stringify(ANSWER) });

  test("does not stop the others, and each is told of once", async () => {
    const { failure, requests, show } = await setUp({
      sources: [{ configMap: { name: "a" } }, TOKEN, { configMap: { name: "b" } }, { configMap: { name: "a" } }],
      answer: MISSING,
    });
    expect(failure).toBe('[configmap "a" not found, configmap "b" not found]');
    expect(requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(show("token")).toBe("none");
  });

  test("is told of without brackets", async () => {
    const { failure } = await setUp({ sources: [{ configMap: { name: "a" } }, TOKEN], answer: MISSING });
    expect(failure).toBe('configmap "a" not found');
  });
});
