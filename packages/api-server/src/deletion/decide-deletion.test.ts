import { epochMillis, type JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { ObjectMeta, StoredObject } from "../storage/kubernetes-object.js";
import { decideDeletion, isOver } from "./decide-deletion.js";
import { type DeletionWish, PLAIN_WISH } from "./deletion-wish.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const object = (kind: string, metadata: ObjectMeta = {}, more: JsonObject = {}): StoredObject =>
  ({ kind, metadata: { name: "one", uid: "u", resourceVersion: "1", ...metadata }, ...more }) as StoredObject;
const pod = (metadata: ObjectMeta = {}, more: JsonObject = {}): StoredObject =>
  object("Pod", { generation: 1, ...metadata }, { spec: { nodeName: "n", terminationGracePeriodSeconds: 30 }, ...more });

/** What the deletion says of the object, in short. */
function tell(of: StoredObject, wish: Partial<DeletionWish> = {}): string {
  const deletion = decideDeletion(String(of.kind), of, { ...PLAIN_WISH, ...wish }, NOW);
  if (deletion.kind !== "mark") return deletion.kind;
  const { deletionTimestamp = "", deletionGracePeriodSeconds, finalizers = [], generation } = deletion.object.metadata;
  const words = [deletionTimestamp.slice(11, 19), deletionGracePeriodSeconds, generation === undefined ? undefined : `generation ${generation}`, ...finalizers];
  return words.filter((word) => word !== undefined).join(" ");
}

const GOING = { deletionTimestamp: "2026-01-05T09:00:20Z", deletionGracePeriodSeconds: 20 };

test.each<{ readonly name: string; readonly of: StoredObject; readonly wish?: Partial<DeletionWish>; readonly told: string }>([
  { name: "what waits for nothing", of: object("ConfigMap"), told: "remove" },
  { name: "what waits for a finalizer", of: object("ConfigMap", { finalizers: ["a/b"] }), told: "09:00:00 0 a/b" },
  { name: "its generation is another one", of: object("Deployment", { finalizers: ["a/b"], generation: 3 }), told: "09:00:00 0 generation 4 a/b" },
  {
    name: "once more, its generation stays",
    of: object("Deployment", { finalizers: ["a/b"], generation: 4, deletionTimestamp: "2026-01-05T08:00:00Z", deletionGracePeriodSeconds: 0 }),
    told: "08:00:00 0 generation 4 a/b",
  },
  { name: "foreground", of: object("Deployment"), wish: { propagationPolicy: "Foreground" }, told: "09:00:00 0 foregroundDeletion" },
  { name: "orphan", of: object("Deployment"), wish: { propagationPolicy: "Orphan" }, told: "09:00:00 0 orphan" },
  {
    name: "background takes earlier wishes away",
    of: object("Deployment", { finalizers: ["orphan"] }),
    wish: { propagationPolicy: "Background" },
    told: "remove",
  },
  { name: "an earlier wish stands", of: object("Deployment", { finalizers: ["orphan"] }), told: "09:00:00 0 orphan" },
  { name: "a Job's pods stay by themselves", of: object("Job"), told: "09:00:00 0 orphan" },
  { name: "a pod gets its time", of: pod(), told: "09:00:30 30 generation 2" },
  { name: "a pod gets the time that is asked for", of: pod(), wish: { gracePeriodSeconds: 5 }, told: "09:00:05 5 generation 2" },
  { name: "a pod gets no time below none", of: pod(), wish: { gracePeriodSeconds: -3 }, told: "09:00:01 1 generation 2" },
  { name: "a pod that is given no time", of: pod(), wish: { gracePeriodSeconds: 0 }, told: "remove" },
  { name: "a pod that no kubelet knows", of: pod({}, { spec: { terminationGracePeriodSeconds: 30 } }), told: "remove" },
  { name: "a pod that has ended", of: pod({}, { status: { phase: "Failed" } }), told: "remove" },
  { name: "a pod that is on its way", of: pod(GOING), told: "pending" },
  { name: "more time is not given", of: pod(GOING), wish: { gracePeriodSeconds: 60 }, told: "pending" },
  { name: "less time is", of: pod(GOING), wish: { gracePeriodSeconds: 5 }, told: "09:00:05 5 generation 1" },
  { name: "no time any more", of: pod(GOING), wish: { gracePeriodSeconds: 0 }, told: "remove" },
  {
    name: "no time any more, but a finalizer",
    of: pod({ ...GOING, finalizers: ["a/b"] }),
    wish: { gracePeriodSeconds: 0 },
    told: "09:00:00 0 generation 1 a/b",
  },
  { name: "a namespace", of: object("Namespace", {}, { spec: { finalizers: ["kubernetes"] } }), told: "09:00:00" },
  { name: "a namespace that is going", of: object("Namespace", { deletionTimestamp: "x" }, { spec: { finalizers: ["kubernetes"] } }), told: "pending" },
  { name: "a namespace that is empty", of: object("Namespace", { deletionTimestamp: "x" }, { spec: {} }), told: "remove" },
])("$name: $told", ({ of, wish, told }) => {
  expect(tell(of, wish)).toBe(told);
});

test.each([
  { name: "what nobody deletes", of: object("ConfigMap"), over: false },
  { name: "what waits", of: object("ConfigMap", { deletionTimestamp: "x", finalizers: ["a/b"] }), over: false },
  { name: "what waits no longer", of: object("ConfigMap", { deletionTimestamp: "x", deletionGracePeriodSeconds: 0 }), over: true },
  { name: "a pod with time left", of: pod(GOING), over: false },
  { name: "a namespace with content", of: object("Namespace", { deletionTimestamp: "x" }, { spec: { finalizers: ["kubernetes"] } }), over: false },
])("is it over: $name", ({ of, over }) => {
  expect(isOver(of)).toBe(over);
});
