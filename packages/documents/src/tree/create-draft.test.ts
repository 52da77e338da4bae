import fc from "fast-check";
import { expect, test } from "vitest";
import { createDraft, type ListNode } from "./create-draft.js";
import { type LocatedNode, type ObjectNode, toJson, withMember } from "./located-tree.js";
import { treeOf } from "./tree-of.test-support.js";

const key = fc.constantFrom("a", "b", "c", "d");
const changes = fc.array(fc.record({ key, value: fc.option(fc.integer()) }));

test("many changes give what they give one by one, and what was changed first stays as it is", () => {
  fc.assert(
    fc.property(fc.dictionary(key, fc.integer()), changes, (start, steps) => {
      const original = treeOf(start) as ObjectNode;
      const member = (value: number | null) => (value === null ? null : { keyPlace: original.place, node: treeOf(value) });
      const draft = createDraft();
      const drafted = steps.reduce((node, step) => draft.withMember(node, step.key, member(step.value)), original);
      const oneByOne = steps.reduce((node, step) => withMember(node, step.key, member(step.value)), original);
      expect(Object.entries(toJson(drafted) as object)).toEqual(Object.entries(toJson(oneByOne) as object));
      expect(toJson(original)).toEqual(start);
    }),
  );
});

test("items are replaced and taken out, of a list that is copied once", () => {
  const original = treeOf(["a", "b", "c"]) as ListNode;
  const draft = createDraft();
  const first = draft.withItem(original, 1, treeOf("B") as LocatedNode);
  const second = draft.withItem(first, 0, null);
  expect([toJson(original), toJson(second), second === first]).toEqual([["a", "b", "c"], ["B", "c"], true]);
});
