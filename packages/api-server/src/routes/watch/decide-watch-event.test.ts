import { expect, test } from "vitest";
import type { StoredObject } from "../../storage/kubernetes-object.js";
import { resourceOf } from "../../storage/resources.js";
import { decideWatchEvent } from "./decide-watch-event.js";

const object = (name: string, isSelected: boolean): StoredObject => ({
  metadata: { name, uid: "u", resourceVersion: "1", labels: { is: String(isSelected) } },
});
const [IN, OUT] = [object("in", true), object("out", false)];

test.each([
  { name: "made, selected", type: "ADDED", before: null, now: IN, told: "ADDED" },
  { name: "made, not selected", type: "ADDED", before: null, now: OUT, told: null },
  { name: "changed and still selected", type: "MODIFIED", before: IN, now: IN, told: "MODIFIED" },
  { name: "comes to be selected", type: "MODIFIED", before: OUT, now: IN, told: "ADDED" },
  { name: "ceases to be selected", type: "MODIFIED", before: IN, now: OUT, told: "DELETED" },
  { name: "changed and never selected", type: "MODIFIED", before: OUT, now: OUT, told: null },
  { name: "removed, selected", type: "DELETED", before: IN, now: IN, told: "DELETED" },
  { name: "removed, not selected", type: "DELETED", before: OUT, now: OUT, told: null },
] as const)("$name: $told", ({ type, before, now, told }) => {
  const change = { type, before, object: now, version: 2, resource: resourceOf("Pod") };
  const event = decideWatchEvent(change, ({ metadata }) => metadata.labels?.is === "true");
  expect(event).toEqual(told === null ? null : { type: told, object: now });
});
