import { expect, test } from "vitest";
import type { Pod } from "../pod.js";
import { applyJsonPatch } from "./apply-json-patch.js";

const POD = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers: [] } } as unknown as Pod;

test.each([
  { name: "an operation without a path", patch: [{ op: "remove" }], message: "remove operation failed to decode path: missing value" },
  { name: "a path without an operation", patch: [{ path: "/metadata/labels" }], message: "Unexpected kind: unknown" },
  {
    name: "a path that is no pointer",
    patch: [{ op: "remove", path: "metadata" }],
    message: 'remove operation does not apply: doc is missing path: "metadata": missing value',
  },
  {
    name: "a place that is not there",
    patch: [{ op: "remove", path: "/spec/none" }],
    message: "error in remove for path: '/spec/none': Unable to remove nonexistent key: none: missing value",
  },
  {
    name: "what makes no pod",
    patch: [{ op: "add", path: "/spec/containers", value: 1 }],
    message: "json: cannot unmarshal number into Go struct field PodSpec.spec.containers of type []v1.Container",
  },
])("$name", ({ patch, message }) => {
  expect(() => applyJsonPatch(POD, patch)).toThrow(expect.objectContaining({ status: 500, message: `Internal error occurred: ${message}` }) as Error);
});

test("operations apply in order, and the pod that was sent stays as it was", () => {
  const patch = [
    { op: "add", path: "/metadata/labels", value: {} },
    { op: "add", path: "/metadata/labels/a", value: "b" },
  ];
  expect(applyJsonPatch(POD, patch).metadata).toEqual({ name: "p", labels: { a: "b" } });
  expect(POD.metadata).toEqual({ name: "p" });
});
