import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { applyStrategicMergePatch } from "./apply-strategic-merge-patch.js";

const container = (name: string, more: JsonObject = {}): JsonObject => ({ name, image: `${name}:1`, ...more });
const pod = (spec: JsonObject): JsonObject => ({ metadata: { name: "p" }, spec });

test.each<{ name: string; kind?: string; target: JsonObject; patch: JsonObject; result: JsonObject }>([
  {
    name: "an item of a list is found by its key, others stay",
    target: pod({ containers: [container("a"), container("b")] }),
    patch: { spec: { containers: [{ name: "b", image: "b:2" }] } },
    result: pod({ containers: [container("a"), container("b", { image: "b:2" })] }),
  },
  {
    name: "a new item comes last",
    target: pod({ containers: [container("a")] }),
    patch: { spec: { containers: [container("b")] } },
    result: pod({ containers: [container("a"), container("b")] }),
  },
  {
    name: "an item is deleted by its key",
    target: pod({ containers: [container("a"), container("b")] }),
    patch: { spec: { containers: [{ name: "a", $patch: "delete" }] } },
    result: pod({ containers: [container("b")] }),
  },
  {
    name: "a whole list is replaced",
    target: pod({ containers: [container("a")] }),
    patch: { spec: { containers: [{ $patch: "replace" }, container("b")] } },
    result: pod({ containers: [container("b")] }),
  },
  {
    name: "a list without keys is replaced",
    target: pod({ tolerations: [{ key: "a" }] }),
    patch: { spec: { tolerations: [{ key: "b" }] } },
    result: pod({ tolerations: [{ key: "b" }] }),
  },
  {
    name: "values are added, and some taken away",
    target: { metadata: { finalizers: ["a", "b"] } },
    patch: { metadata: { finalizers: ["b", "c"], "$deleteFromPrimitiveList/finalizers": ["a"], "$setElementOrder/finalizers": ["b", "c"] } },
    result: { metadata: { finalizers: ["b", "c"] } },
  },
  {
    name: "null takes a member away",
    target: { metadata: { labels: { a: "1", b: "2" } } },
    patch: { metadata: { labels: { a: null } } },
    result: { metadata: { labels: { b: "2" } } },
  },
  {
    name: "of a volume only the keys that are named stay",
    target: pod({ volumes: [{ name: "v", emptyDir: {} }] }),
    patch: { spec: { volumes: [{ name: "v", $retainKeys: ["name", "hostPath"], hostPath: { path: "/" } }] } },
    result: pod({ volumes: [{ name: "v", hostPath: { path: "/" } }] }),
  },
  {
    name: "an embedded structure's lists too",
    kind: "Deployment",
    target: { spec: { template: { spec: { containers: [container("a", { env: [{ name: "X", value: "1" }] })] } } } },
    patch: { spec: { template: { spec: { containers: [{ name: "a", env: [{ name: "Y", value: "2" }] }] } } } },
    result: {
      spec: {
        template: {
          spec: {
            containers: [
              container("a", {
                env: [
                  { name: "X", value: "1" },
                  { name: "Y", value: "2" },
                ],
              }),
            ],
          },
        },
      },
    },
  },
])("$name", ({ kind = "Pod", target, patch, result }) => {
  expect(applyStrategicMergePatch(target, patch, kind)).toEqual(result);
});

test.each([
  {
    name: "an item without its key",
    patch: { spec: { containers: [{ image: "x" }] } },
    message: 'map: {"image":"x"} does not contain declared merge key: name',
  },
  { name: "an unknown directive", patch: { spec: { $patch: "burn" } }, message: 'invalid value for $patch: "burn"' },
])("$name is refused", ({ patch, message }) => {
  expect(() => applyStrategicMergePatch(pod({ containers: [container("a")] }), patch, "Pod")).toThrow(expect.objectContaining({ status: 400, message }));
});
