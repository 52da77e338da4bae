import { expect, test } from "vitest";
import type { Pod } from "../kubernetes-types/pod.js";
import { podPatch } from "./pod-patch.js";

const token = { name: "t", projected: { sources: [{ serviceAccountToken: { audience: "", expirationSeconds: 600n, path: "token" } }] } };
const TOKEN = '{"name":"t","projected":{"sources":[{"serviceAccountToken":{"expirationSeconds":600,"path":"token"}}]}}';
const CONTAINER = '{"name":"a","resources":{}}';

test.each<{ name: string; before: Pod; after: Pod; patch: string }>([
  {
    name: "no volumes before",
    before: { spec: {} },
    after: { spec: { volumes: [token] } },
    patch: `[{"op":"add","path":"/spec/volumes","value":[${TOKEN}]},{"op":"add","path":"/spec/containers","value":[]}]`,
  },
  {
    name: "an empty list of volumes before",
    before: { spec: { volumes: [] } },
    after: { spec: { volumes: [token], containers: [{ name: "a" }] } },
    patch: `[{"op":"add","path":"/spec/volumes/0","value":${TOKEN}},{"op":"add","path":"/spec/containers","value":[${CONTAINER}]}]`,
  },
  {
    name: "nothing changed: the containers all the same",
    before: { spec: { volumes: [token], containers: [{ name: "a" }] } },
    after: { spec: { volumes: [token], containers: [{ name: "a" }] } },
    patch: `[{"op":"add","path":"/spec/containers","value":[${CONTAINER}]}]`,
  },
  {
    name: "init containers come last",
    before: { spec: { containers: [{ name: "a" }], initContainers: [{ name: "a" }] } },
    after: { spec: { containers: [{ name: "a" }], initContainers: [{ name: "a" }] } },
    patch: `[{"op":"add","path":"/spec/containers","value":[${CONTAINER}]},{"op":"add","path":"/spec/initContainers","value":[${CONTAINER}]}]`,
  },
  {
    name: "an empty list of init containers",
    before: { spec: { initContainers: [] } },
    after: { spec: { initContainers: [] } },
    patch: `[{"op":"add","path":"/spec/containers","value":[]}]`,
  },
])("$name", ({ before, after, patch }) => {
  expect(podPatch(before, after)).toBe(patch);
});
