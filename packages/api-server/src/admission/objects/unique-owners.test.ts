import { expect, test } from "vitest";
import { withUniqueOwners } from "./unique-owners.js";

const owner = (uid: string) => ({ apiVersion: "v1", kind: "ConfigMap", name: "c", uid });

test.each([
  { name: "none", owners: [], left: [], told: null },
  { name: "different ones", owners: [owner("1"), owner("2")], left: [owner("1"), owner("2")], told: null },
  { name: "one twice", owners: [owner("1"), owner("2"), owner("1")], left: [owner("1"), owner("2")], told: "1" },
  { name: "two twice, one of them thrice", owners: [owner("2"), owner("1"), owner("2"), owner("1"), owner("2")], left: [owner("2"), owner("1")], told: "2, 1" },
])("$name", ({ owners, left, told }) => {
  const warnings: string[] = [];
  const object = withUniqueOwners({ kind: "Pod", apiVersion: "v1", metadata: { name: "p", ownerReferences: owners } }, (text) => warnings.push(text));
  expect(object.metadata.ownerReferences).toEqual(left);
  expect(warnings.map((text) => text.split("duplicate UID(s) observed: ")[1] ?? null)).toEqual(told === null ? [] : [told]);
});
