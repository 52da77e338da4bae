import { describe, expect, test } from "vitest";
import type { StoredObject } from "../../storage/kubernetes-object.js";
import { resourceOf } from "../../storage/resources.js";
import { parseFieldSelector } from "./parse-field-selector.js";

const stored = (name: string, namespace: string, nodeName?: string): StoredObject => ({
  metadata: { name, namespace, uid: name, resourceVersion: "1" },
  spec: nodeName === undefined ? {} : { nodeName },
});
const PODS = [stored("p", "a", "n1"), stored("q", "a", "n2"), stored("p", "b"), stored("a=b", "b", "n1")];

test.each([
  { selector: "", selects: [0, 1, 2, 3] },
  { selector: "metadata.name=p", selects: [0, 2] },
  { selector: "metadata.name==p", selects: [0, 2] },
  { selector: "metadata.name!=p", selects: [1, 3] },
  { selector: "metadata.name=a\\=b", selects: [3] },
  { selector: "spec.hostNetwork=false", selects: [0, 1, 2, 3] },
  { selector: "metadata.namespace=a", selects: [0, 1] },
  { selector: "spec.nodeName=n1", selects: [0, 3] },
  { selector: "spec.nodeName=", selects: [2] },
  { selector: "spec.nodeName!=", selects: [0, 1, 3] },
  { selector: "metadata.name=p,spec.nodeName=n1", selects: [0] },
  { selector: ",metadata.name=p,,metadata.namespace!=a,", selects: [2] },
])("%j", ({ selector, selects }) => {
  const isSelected = parseFieldSelector(selector, resourceOf("Pod"));
  expect(PODS.flatMap((pod, index) => (isSelected(pod) ? [index] : []))).toEqual(selects);
});

test("what is of no namespace is selected by name", () => {
  const node = { metadata: { name: "n", uid: "n", resourceVersion: "1" } };
  const select = (selector: string) => parseFieldSelector(selector, resourceOf("Node"))(node);
  expect([select("metadata.name=n"), select("metadata.name!=n")]).toEqual([true, false]);
});

describe("refused", () => {
  test.each([
    { kind: "Pod", selector: "name", message: "invalid selector: 'name'; can't understand 'name'" },
    { kind: "Pod", selector: "metadata.name=p,!x", message: "invalid selector: 'metadata.name=p,!x'; can't understand '!x'" },
    { kind: "Pod", selector: "=p", message: "field label not supported: " },
    { kind: "Pod", selector: "metadata.labels=p", message: "field label not supported: metadata.labels" },
    { kind: "Pod", selector: "metadata.name=a=b", message: "invalid field selector: unescaped character in value: 61" },
    { kind: "Pod", selector: "metadata.name=\\x", message: "invalid field selector: invalid escape sequence: \\x" },
    { kind: "Pod", selector: "metadata.name=a\\", message: "invalid field selector: invalid escape sequence: \\" },
    {
      kind: "ConfigMap",
      selector: "spec.nodeName=n1",
      message: '"spec.nodeName" is not a known field selector: only "metadata.name", "metadata.namespace"',
    },
    { kind: "Node", selector: "metadata.namespace=a", message: "field label not supported: metadata.namespace" },
  ])("$selector of $kind", ({ kind, selector, message }) => {
    expect(() => parseFieldSelector(selector, resourceOf(kind))).toThrow(expect.objectContaining({ status: 400, message }));
  });
});
