/** Pods of every shape that a webhook and the admission of an API server care about; most of them can be stored. */

import type { JsonObject } from "@irsa-sim/core";
import fc from "fast-check";

const optional = <Value>(shape: { readonly [Name in keyof Value]: fc.Arbitrary<Value[Name]> }) => fc.record(shape as never, { requiredKeys: [] });
const some = <Value>(value: fc.Arbitrary<Value>, maxLength: number) => fc.array(value, { maxLength });

const AWS_VARIABLES = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_STS_REGIONAL_ENDPOINTS", "LOG"];
const variable = fc.oneof(
  fc.record({ name: fc.constantFrom(...AWS_VARIABLES), value: fc.constantFrom("", "a", "<&>", "ü\u2028", "$(LOG)") }),
  fc.record({
    name: fc.constant("FROM"),
    valueFrom: fc.constantFrom({ fieldRef: { fieldPath: "metadata.name" } }, { secretKeyRef: { name: "s1", key: "k" } }),
  }),
);
const quantity = fc.constantFrom("1", "100m", "0.5", "1.125", "1Gi", "1500M", "1e3", "2E", "+1");
const probe = fc.record(
  {
    httpGet: fc.record({ port: fc.constantFrom<unknown>(80, "web"), path: fc.constantFrom("/", "/healthz") }, { requiredKeys: ["port"] }),
    periodSeconds: fc.constantFrom(0, 5, 10),
    initialDelaySeconds: fc.constantFrom(0, 3),
    failureThreshold: fc.constantFrom(1, 3),
  },
  { requiredKeys: ["httpGet"] },
);
const container = (name: string) =>
  fc.record(
    {
      name: fc.constant(name),
      image: fc.constantFrom(
        "nginx",
        "nginx:1.27",
        "nginx:latest",
        "registry.test:5000/a/b",
        "a@sha256:0123456789012345678901234567890123456789012345678901234567890123",
      ),
      imagePullPolicy: fc.constantFrom("Always", "IfNotPresent", "Never", ""),
      command: some(fc.constantFrom("sh", "-c", "<&>"), 2),
      env: some(variable, 4),
      envFrom: some(fc.constant({ configMapRef: { name: "c1" } }), 1),
      ports: some(fc.record({ containerPort: fc.integer({ min: 1, max: 65_535 }), name: fc.constant("web") }, { requiredKeys: ["containerPort"] }), 1),
      resources: fc
        .record({ list: fc.constantFrom("limits", "requests"), amounts: optional({ cpu: quantity, memory: quantity }) })
        .map(({ list, amounts }) => ({ [list]: amounts })),
      volumeMounts: some(
        fc.record({ name: fc.constantFrom("data", "aws-iam-token"), mountPath: fc.constantFrom("/m", "/var/run/secrets/eks.amazonaws.com/serviceaccount") }),
        1,
      ),
      livenessProbe: probe,
      readinessProbe: probe,
      securityContext: optional({ runAsUser: fc.nat(70_000), runAsNonRoot: fc.boolean(), allowPrivilegeEscalation: fc.boolean() }),
      terminationMessagePolicy: fc.constantFrom("File", "FallbackToLogsOnError"),
    },
    { requiredKeys: ["name", "image"] },
  );
const volume = fc.constantFrom<JsonObject>(
  { name: "data", emptyDir: {} },
  { name: "data", configMap: { name: "c1" } },
  { name: "data", secret: { secretName: "s1", optional: true } },
  { name: "data", hostPath: { path: "/tmp" } },
  {
    name: "data",
    projected: {
      sources: [
        { serviceAccountToken: { path: "t", audience: "vault" } },
        { downwardAPI: { items: [{ path: "n", fieldRef: { fieldPath: "metadata.name" } }] } },
      ],
    },
  },
  { name: "data" },
);
const tokenVolume = { name: "aws-iam-token", projected: { sources: [{ serviceAccountToken: { path: "token", audience: "mine", expirationSeconds: 700 } }] } };
const annotations = fc.dictionary(
  fc.constantFrom("eks.amazonaws.com/skip-containers", "eks.amazonaws.com/token-expiration", "note"),
  fc.constantFrom("a", "a,b", '"a', "600", "100", "99999", "x"),
  { maxKeys: 2, noNullPrototype: true },
);
const containers = fc.tuple(container("a"), container("b"), container("c")).chain((all) => fc.integer({ min: 1, max: 3 }).map((count) => all.slice(0, count)));
const spec = fc
  .record(
    {
      containers,
      initContainers: fc
        .tuple(container("i"), fc.constantFrom({}, { restartPolicy: "Always" }))
        .map(([one, more]) => [{ ...one, ...more, livenessProbe: undefined, readinessProbe: undefined }]),
      serviceAccountName: fc.constantFrom("app", "other", "quiet", "default", ""),
      automountServiceAccountToken: fc.boolean(),
      nodeSelector: fc.constantFrom({ "kubernetes.io/os": "windows" }, { "kubernetes.io/os": "linux" }, {}),
      restartPolicy: fc.constantFrom("Always", "OnFailure", "Never"),
      terminationGracePeriodSeconds: fc.constantFrom(0, 5, 30),
      hostNetwork: fc.boolean(),
      enableServiceLinks: fc.boolean(),
      securityContext: optional({ fsGroup: fc.nat(70_000), runAsUser: fc.nat(70_000), runAsNonRoot: fc.boolean() }),
      tolerations: some(
        fc.constantFrom({ key: "a", operator: "Exists" }, { operator: "Exists" }, { key: "b", value: "c", effect: "NoExecute", tolerationSeconds: 5 }),
        2,
      ),
      hasTokenVolume: fc.boolean(),
      data: volume,
    },
    { requiredKeys: ["containers", "serviceAccountName", "data"] },
  )
  .map(({ hasTokenVolume = false, data, ...rest }) => ({ ...rest, volumes: [data, ...(hasTokenVolume ? [tokenVolume] : [])] }));
const pod = fc.record({ metadata: fc.record({ annotations, labels: fc.constantFrom({}, { app: "web" }) }), spec });

/**
 * Makes pods `random-0`, `random-1` ...; the same for the same seed.
 *
 * @example const [first] = randomPods(50, 36);
 */
export function randomPods(count: number, seed: number): readonly JsonObject[] {
  return fc.sample(pod, { numRuns: count, seed }).map(({ metadata, spec: of }, index) => {
    const object = { apiVersion: "v1", kind: "Pod", metadata: { name: `random-${index}`, ...metadata }, spec: of };
    return JSON.parse(JSON.stringify(object)) as JsonObject;
  });
}
