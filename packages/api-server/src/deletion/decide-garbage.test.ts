import { expect, test } from "vitest";
import type { ObjectMeta, StoredObject } from "../storage/kubernetes-object.js";
import { decideGarbage } from "./decide-garbage.js";

const object = (name: string, metadata: ObjectMeta = {}) => ({
  resource: null,
  object: { metadata: { name, uid: name, resourceVersion: "1", ...metadata } } as StoredObject,
});
const ownedBy = (...owners: readonly string[]): ObjectMeta => ({ ownerReferences: owners.map((uid) => ({ uid, blockOwnerDeletion: true })) });
const going = (...finalizers: readonly string[]): ObjectMeta => ({ deletionTimestamp: "2026-01-05T09:00:00Z", finalizers });

test.each<{ readonly name: string; readonly all: ReturnType<typeof object>[]; readonly told: readonly string[] }>([
  { name: "owners that are there", all: [object("a"), object("b", ownedBy("a"))], told: [] },
  { name: "an owner that is gone", all: [object("b", ownedBy("a"))], told: ["delete b Background"] },
  { name: "one of two owners is gone", all: [object("a"), object("b", ownedBy("a", "x"))], told: ["disown b x"] },
  { name: "what is on its way already", all: [object("b", { ...ownedBy("a"), ...going("p/q") })], told: [] },
  { name: "an owner that is going in the background", all: [object("a", going("p/q")), object("b", ownedBy("a"))], told: [] },
  { name: "an owner that lets go", all: [object("a", going("orphan")), object("b", ownedBy("a"))], told: ["disown b a"] },
  { name: "an owner that has let go", all: [object("a", going("orphan"))], told: ["release a"] },
  { name: "an owner that waits", all: [object("a", going("foregroundDeletion")), object("b", ownedBy("a"))], told: ["delete b Background"] },
  {
    name: "an owner that waits for one that others wait for",
    all: [object("a", going("foregroundDeletion")), object("b", ownedBy("a")), object("c", ownedBy("b"))],
    told: ["delete b Foreground"],
  },
  { name: "an owner that has waited", all: [object("a", going("foregroundDeletion"))], told: ["release a"] },
  {
    name: "an owner does not wait for who does not ask it to",
    all: [object("a", going("foregroundDeletion")), object("b", { ownerReferences: [{ uid: "a" }] })],
    told: ["release a", "delete b Background"],
  },
  { name: "what itself lets go of what it owns", all: [object("b", { ...ownedBy("a"), finalizers: ["orphan"] })], told: ["delete b Orphan"] },
])("$name", ({ all, told }) => {
  const changes = decideGarbage(all);
  const words = changes.map(({ kind, of, policy, owners }) =>
    [kind, of.object.metadata.name, policy, ...(owners ?? [])].filter((word) => word !== undefined).join(" "),
  );
  expect(words).toEqual(told);
});
