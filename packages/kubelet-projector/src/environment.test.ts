import { describe, expect, test } from "vitest";
import { EnvironmentError, resolveEnvironment, variableSourcesOf } from "./environment.js";
import type { Container, Pod } from "./pod.js";

const encode = (content: Readonly<Record<string, string>>) => new Map(Object.entries(content).map(([key, value]) => [key, new TextEncoder().encode(value)]));
const SOURCES = new Map([
  ["Secret/keys", encode({ A: "of the secret", B: "of the secret" })],
  ["ConfigMap/settings", encode({ B: "of the map", "c.d": "of the map" })],
  ["Secret/none", null],
  ["ConfigMap/none", null],
]);

function podWith(container: Omit<Container, "name">): Pod {
  return {
    metadata: { name: "p", namespace: "ns", uid: "u" },
    spec: { serviceAccountName: "default", containers: [{ name: "app", ...container }] },
  };
}

const WHOLE = { envFrom: [{ secretRef: { name: "keys" } }, { configMapRef: { name: "settings" } }] };

describe("a container's variables", () => {
  test.each<{ name: string; container: Omit<Container, "name">; environment: Readonly<Record<string, string>> }>([
    { name: "of whole objects: the later one wins", container: WHOLE, environment: { A: "of the secret", B: "of the map", "c.d": "of the map" } },
    {
      name: "with a prefix",
      container: { envFrom: [{ prefix: "X_", secretRef: { name: "keys" } }] },
      environment: { X_A: "of the secret", X_B: "of the secret" },
    },
    {
      name: "a variable of its own wins over all of them",
      container: { ...WHOLE, env: [{ name: "A", value: "own" }] },
      environment: { A: "own", B: "of the map", "c.d": "of the map" },
    },
    {
      name: "$(NAME) of one that an object brought",
      container: { envFrom: [{ secretRef: { name: "keys" } }], env: [{ name: "C", value: "<$(A)>" }] },
      environment: { A: "of the secret", B: "of the secret", C: "<of the secret>" },
    },
    {
      name: "single keys",
      container: {
        env: [
          { name: "ONE", valueFrom: { secretKeyRef: { name: "keys", key: "A" } } },
          { name: "TWO", valueFrom: { configMapKeyRef: { name: "settings", key: "B" } } },
        ],
      },
      environment: { ONE: "of the secret", TWO: "of the map" },
    },
    {
      name: "what is optional and not there is left out",
      container: {
        envFrom: [{ secretRef: { name: "none", optional: true } }],
        env: [{ name: "ONE", valueFrom: { secretKeyRef: { name: "keys", key: "Z", optional: true } } }],
      },
      environment: {},
    },
  ])("$name", ({ container, environment }) => {
    const pod = podWith(container);
    expect(resolveEnvironment(pod, pod.spec.containers[0] as Container, SOURCES)).toEqual(environment);
  });

  test.each<{ name: string; container: Omit<Container, "name">; message: string }>([
    { name: "a Secret", container: { envFrom: [{ secretRef: { name: "none" } }] }, message: 'secret "none" not found' },
    { name: "a ConfigMap", container: { envFrom: [{ configMapRef: { name: "none" } }] }, message: 'configmap "none" not found' },
    {
      name: "a key",
      container: { env: [{ name: "ONE", valueFrom: { secretKeyRef: { name: "keys", key: "Z" } } }] },
      message: "couldn't find key Z in Secret ns/keys",
    },
  ])("$name that is not there keeps the container from starting", ({ container, message }) => {
    const pod = podWith(container);
    expect(() => resolveEnvironment(pod, pod.spec.containers[0] as Container, SOURCES)).toThrow(new EnvironmentError(message));
  });

  test("each object is read once", () => {
    const pod = podWith({ ...WHOLE, env: [{ name: "ONE", valueFrom: { secretKeyRef: { name: "keys", key: "A" } } }] });
    expect(variableSourcesOf(pod)).toEqual([
      { kind: "Secret", namespace: "ns", name: "keys" },
      { kind: "ConfigMap", namespace: "ns", name: "settings" },
    ]);
  });
});
