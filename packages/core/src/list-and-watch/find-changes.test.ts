import { expect, test } from "vitest";
import { findChanges } from "./find-changes.js";
import { keyOf } from "./object-change.js";

const object = (name: string, resourceVersion = "1", uid = `${name}-uid`) => ({ metadata: { name, namespace: "default", uid, resourceVersion } });

test.each([
  { name: "nothing", copy: [object("a")], listed: [object("a")], changes: [] },
  { name: "one that came", copy: [], listed: [object("a")], changes: ["ADDED a 1"] },
  { name: "one that changed", copy: [object("a", "1")], listed: [object("a", "2")], changes: ["MODIFIED a 2"] },
  { name: "one that went", copy: [object("a", "1")], listed: [], changes: ["DELETED a 1"] },
  { name: "one made anew", copy: [object("a", "1", "old")], listed: [object("a", "3", "new")], changes: ["DELETED a 1", "ADDED a 3"] },
  { name: "removals first", copy: [object("b")], listed: [object("a")], changes: ["DELETED b 1", "ADDED a 1"] },
])("$name", ({ copy, listed, changes }) => {
  const found = findChanges(new Map(copy.map((one) => [keyOf(one), one])), listed);
  expect(found.map(({ type, object: { metadata } }) => `${type} ${metadata.name} ${metadata.resourceVersion}`)).toEqual(changes);
});
