import { expect, test } from "vitest";
import type { Pod } from "../pod.js";
import { applyJsonPatch } from "./apply-json-patch.js";

const POD = { apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers: [] } } as unknown as Pod;
const NO_PATCH = "the webhook's patch is no JSON Patch";

test.each([
  { name: "no JSON", patch: "[", message: NO_PATCH },
  { name: "null", patch: "null", message: NO_PATCH },
  { name: "one operation alone", patch: '{"op":"add","path":"/a"}', message: NO_PATCH },
  { name: "an operation without a path", patch: '[{"op":"remove"}]', message: NO_PATCH },
  { name: "a path without an operation", patch: '[{"path":"/metadata/labels"}]', message: NO_PATCH },
  { name: "a path that is no pointer", patch: '[{"op":"remove","path":"metadata"}]', message: NO_PATCH },
  { name: "an operation that is null", patch: "[null]", message: NO_PATCH },
  { name: "a place that is not there", patch: '[{"op":"remove","path":"/spec/none"}]', message: 'doc is missing path: "/spec/none"' },
])("$name", ({ patch, message }) => {
  expect(() => applyJsonPatch(POD, patch)).toThrow(expect.objectContaining({ message: expect.stringContaining(message) }) as Error);
});

test("operations apply in order, and the pod that was sent stays as it was", () => {
  const patch = [
    { op: "add", path: "/metadata/labels", value: {} },
    { op: "add", path: "/metadata/labels/a", value: "b" },
  ];
  expect(applyJsonPatch(POD, JSON.stringify(patch)).metadata).toEqual({ name: "p", labels: { a: "b" } });
  expect(POD.metadata).toEqual({ name: "p" });
});
