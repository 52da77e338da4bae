/** Pods and service accounts with mistakes: good ones, in which one to three things were changed to what somebody might write there. */
import type { Json, JsonObject } from "@irsa-sim/core";
import fc from "fast-check";
import type { ClusterRequest } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";

const TOKEN = { serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds: 86_400, path: "token" } };
const POD: JsonObject = {
  ...{ apiVersion: "v1", kind: "Pod" },
  metadata: { name: "p", labels: { app: "web" }, annotations: { "eks.amazonaws.com/skip-containers": "b" } },
  spec: {
    serviceAccountName: "app",
    containers: [
      {
        ...{ name: "a", image: "nginx:1.27", command: ["sh"], args: ["-c", "true"], workingDir: "/w" },
        env: [
          { name: "AWS_ROLE_ARN", value: "arn:aws:iam::111122223333:role/app" },
          { name: "NODE", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
          { name: "KEY", valueFrom: { secretKeyRef: { name: "s1", key: "k", optional: true } } },
          { name: "C", valueFrom: { configMapKeyRef: { name: "c1", key: "k" } } },
          { name: "CPU", valueFrom: { resourceFieldRef: { containerName: "a", resource: "limits.cpu" } } },
        ],
        envFrom: [{ prefix: "P_", configMapRef: { name: "c1" } }],
        ports: [{ containerPort: 80, name: "web", protocol: "TCP" }],
        resources: { limits: { cpu: "1", memory: "64Mi" }, requests: { cpu: "100m", memory: "32Mi" } },
        volumeMounts: [
          { name: "aws-iam-token", mountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount", readOnly: true },
          { name: "data", mountPath: "/data", subPath: "x" },
        ],
        livenessProbe: { httpGet: { path: "/", port: 80 }, periodSeconds: 5, timeoutSeconds: 1 },
        securityContext: { runAsUser: 1000, runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
        imagePullPolicy: "IfNotPresent",
        terminationMessagePolicy: "File",
      },
      { name: "b", image: "busybox", volumeMounts: [{ name: "about", mountPath: "/about" }] },
    ],
    initContainers: [{ name: "i", image: "busybox", restartPolicy: "Always" }],
    volumes: [
      { name: "aws-iam-token", projected: { defaultMode: 420, sources: [TOKEN] } },
      { name: "data", emptyDir: { sizeLimit: "1Gi" } },
      {
        name: "about",
        projected: {
          sources: [
            { downwardAPI: { items: [{ path: "labels", fieldRef: { fieldPath: "metadata.labels" } }] } },
            { configMap: { name: "c1", items: [{ key: "k", path: "a/k", mode: 256 }], optional: true } },
            { secret: { name: "s1", items: [{ key: "k", path: "s" }] } },
            { serviceAccountToken: { path: "api", expirationSeconds: 3607 } },
          ],
        },
      },
    ],
    securityContext: { fsGroup: 65_534, runAsUser: 1000, supplementalGroups: [1, 2], fsGroupChangePolicy: "OnRootMismatch" },
    automountServiceAccountToken: true,
    restartPolicy: "Always",
    nodeSelector: { "kubernetes.io/os": "linux" },
    tolerations: [{ key: "a", operator: "Equal", value: "b", effect: "NoSchedule" }],
    terminationGracePeriodSeconds: 30,
    imagePullSecrets: [{ name: "s1" }],
    dnsPolicy: "ClusterFirst",
    hostAliases: [{ ip: "10.0.0.1", hostnames: ["a.test"] }],
  },
};
const ACCOUNT: JsonObject = {
  ...{ apiVersion: "v1", kind: "ServiceAccount" },
  metadata: {
    ...{ name: "new", labels: { app: "web" } },
    annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/app", "eks.amazonaws.com/token-expiration": "3600" },
  },
  automountServiceAccountToken: false,
  secrets: [{ name: "s1" }],
  imagePullSecrets: [{ name: "s1" }],
};
/** What somebody might write anywhere. */
const ANYTHING: readonly Json[] = [
  ...[
    "",
    " ",
    "a",
    "A",
    "a_b",
    "a.b",
    "-a",
    "a-",
    "a/b",
    "/a",
    "../a",
    "a/../b",
    "..",
    "..a",
    "true",
    "1",
    "0x10",
    "1e3",
    "100m",
    "-1",
    "ä",
    "a b",
    "a\nb",
    "$(X)",
  ],
  ...["app", "nope", "token", "data", "aws-iam-token", "Always", "always", "x".repeat(64), "x".repeat(254), "metadata.name", "spec.serviceAccountName"],
  ...[0, 1, -1, 599, 600, 3600, 86_400, 86_401, 511, 512, 65_535, 65_536, 2_147_483_648, 4_294_967_296, 4_294_967_297, 1.5, 1e21],
  ...[true, false, null, [], {}, [null], [""], ["a", "a"], { a: "b" }, { name: "a" }, { "a/b/c": "d" }, { "": "" }],
];

type Path = readonly (string | number)[];
type Step = {
  readonly at: number;
  readonly how: "likely" | "replace" | "drop" | "add" | "twice" | "swap" | "copy";
  readonly value: Json;
  readonly key: string;
};

const step = fc.record<Step>({
  at: fc.nat(100_000),
  how: fc.constantFrom("likely", "likely", "likely", "likely", "likely", "replace", "drop", "add", "twice", "swap", "copy"),
  value: fc.constantFrom(...ANYTHING),
  key: fc.constantFrom(
    "name",
    "path",
    "mode",
    "optional",
    "value",
    "valueFrom",
    "serviceAccountToken",
    "configMap",
    "secret",
    "emptyDir",
    "uid",
    "nope",
    "annotations",
  ),
});

/** Every place of a value, its own among them. */
function placesIn(value: Json, path: Path = []): readonly Path[] {
  const children = value === null || typeof value !== "object" ? [] : Object.entries(value as JsonObject);
  const keyOf = (key: string): string | number => (Array.isArray(value) ? Number(key) : key);
  return [path, ...children.flatMap(([key, child]) => placesIn(child as Json, [...path, keyOf(key)]))];
}

function valueAt(root: Json, path: Path): Json {
  return path.reduce<Json>((value, key) => (value as unknown as Record<string, Json>)[key] as Json, root);
}

/** Changes one thing of an object, in place. */
function change(root: JsonObject, { at, how, value, key }: Step): void {
  const places = placesIn(root).filter((path) => path.length > 1 || path[0] === "automountServiceAccountToken");
  const path = places[at % places.length] ?? [];
  const parent = valueAt(root, path.slice(0, -1)) as object;
  const last = path.at(-1) ?? "";
  const old = Reflect.get(parent, last) as Json;
  const set = (of: object, name: string | number, to: Json): void => void Reflect.set(of, name, structuredClone(to));
  if (how === "replace") set(parent, last, value);
  // Of the same type as what was there, so that more than the decoder has something to say.
  else if (how === "likely") set(parent, last, ANYTHING.filter((other) => typeof other === typeof old)[(at * 31) % 17] ?? value);
  else if (how === "drop" && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (how === "drop") Reflect.deleteProperty(parent, last);
  else if (how === "add" && old !== null && typeof old === "object" && !Array.isArray(old)) set(old, key, value);
  else if (how === "twice" && Array.isArray(parent)) parent.push(structuredClone(old));
  else if (how === "swap") set(parent, last, valueAt(root, places[(at * 7) % places.length] ?? []));
  else if (how === "copy" && !Array.isArray(parent)) set(parent, key, old);
}

function changed(base: JsonObject, steps: readonly Step[]): JsonObject {
  const object = structuredClone(base) as JsonObject;
  for (const one of steps) change(object, one);
  return object;
}

const steps = fc.array(step, { minLength: 1, maxLength: 3 });
const query = fc.constantFrom("dryRun=All", "dryRun=All", "dryRun=All", "dryRun=All&fieldValidation=Strict", "dryRun=All&fieldValidation=Warn");
const pod = fc.record({ steps, query }).map<ClusterRequest>((of) => ({
  ...{ method: "POST", path: `/api/v1/namespaces/oracle/pods?${of.query}`, body: changed(POD, of.steps) },
}));
const ACCOUNTS = "/api/v1/namespaces/oracle/serviceaccounts";
const account = fc
  .record({ steps, query })
  .map<ClusterRequest>((of) => ({ method: "POST", path: `${ACCOUNTS}?${of.query}`, body: changed(ACCOUNT, of.steps) }));
const replaced = fc.record({ steps, query }).map<ClusterRequest>((of) => {
  const body = changed({ ...ACCOUNT, metadata: { ...(ACCOUNT.metadata as JsonObject), name: "app" } }, of.steps);
  return { method: "PUT", path: `${ACCOUNTS}/app?${of.query}`, body };
});
const pointer = fc.constantFrom(
  "/metadata/annotations/a",
  "/metadata/annotations",
  "/metadata/labels",
  "/metadata/name",
  "/secrets",
  "/secrets/-",
  "/secrets/0",
  "/nope",
  "",
  "a",
  "/kind",
  "/metadata/uid",
  "/automountServiceAccountToken",
);
const operation = fc.record(
  {
    op: fc.constantFrom("add", "add", "replace", "remove", "test", "copy", "move", "nope"),
    path: pointer,
    from: pointer,
    value: fc.constantFrom<Json>("x", { a: "b" }, { a: 1 }, [], [{ name: "s1" }], null, true, 1, "ServiceAccount"),
  },
  { requiredKeys: ["op", "path"] },
);
const patched = fc
  .record({ steps, query, kind: fc.constantFrom("json", "merge", "strategic", "apply"), operations: fc.array(operation, { minLength: 1, maxLength: 3 }) })
  .map<ClusterRequest>((of) => {
    const contentType = {
      json: "application/json-patch+json",
      merge: "application/merge-patch+json",
      strategic: "application/strategic-merge-patch+json",
      apply: "application/apply-patch+yaml",
    }[of.kind];
    const base = { ...ACCOUNT, metadata: { ...(ACCOUNT.metadata as JsonObject), name: "app" } };
    const body = of.kind === "json" ? (of.operations as unknown as Json) : changed(base, of.steps);
    return { method: "PATCH", path: `${ACCOUNTS}/app?${of.query}${of.kind === "apply" ? "&fieldManager=me" : ""}`, contentType, body };
  });
const request = fc.oneof(
  { weight: 6, arbitrary: pod },
  { weight: 1, arbitrary: account },
  { weight: 1, arbitrary: replaced },
  { weight: 2, arbitrary: patched },
);

/**
 * Makes requests of which nothing stays; the same for the same seed.
 *
 * @example const [first] = randomMistakes(200, 36);
 */
export function randomMistakes(count: number, seed: number): readonly ClusterRequest[] {
  return fc.sample(request, { numRuns: count, seed });
}
