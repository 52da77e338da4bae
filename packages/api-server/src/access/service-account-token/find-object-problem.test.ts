import { epochMillis } from "@irsa-sim/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findObjectProblem, type LiveObject } from "./find-object-problem.js";
import type { KubernetesClaims } from "./token-claims.js";

const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const AGO = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();
const CLAIMS: KubernetesClaims = { namespace: "default", serviceaccount: { name: "app", uid: "sa-1" } };
const POD = { ...CLAIMS, pod: { name: "web-0", uid: "pod-1" }, node: { name: "node-1", uid: "old-node" } };
const SECRET = { ...CLAIMS, secret: { name: "key", uid: "key-1" } };
const NODE = { ...CLAIMS, node: { name: "node-1", uid: "node-1" } };
const OBJECTS: Readonly<Record<string, LiveObject>> = {
  "ServiceAccount default/app": { uid: "sa-1" },
  "Pod default/web-0": { uid: "pod-1" },
  "Secret default/key": { uid: "key-1" },
  "Node /node-1": { uid: "node-1" },
};
const problemOf = (claims: KubernetesClaims, objects: Readonly<Record<string, LiveObject | undefined>> = {}): string | null => {
  const all = { ...OBJECTS, ...objects };
  return findObjectProblem(claims, (kind, namespace, name) => all[`${kind} ${namespace ?? ""}/${name}`] ?? null, NOW)?.message ?? null;
};

const INVALIDATED = "service account token has been invalidated";

describe("what a token is bound to", () => {
  test.each<{
    readonly name: string;
    readonly claims?: KubernetesClaims;
    readonly objects?: Readonly<Record<string, LiveObject | undefined>>;
    readonly message: string | null;
  }>([
    { name: "nothing has changed; the node of a pod is not looked at", message: null },
    { name: "account missing", objects: { "ServiceAccount default/app": undefined }, message: 'serviceaccounts "app" not found' },
    {
      name: "account made again",
      objects: { "ServiceAccount default/app": { uid: "sa-2" } },
      message: "service account UID (sa-2) does not match claim (sa-1)",
    },
    {
      name: "account deleted a while ago",
      objects: { "ServiceAccount default/app": { uid: "sa-1", deletionTimestamp: AGO(61) } },
      message: "service account default/app has been deleted",
    },
    { name: "pod missing", objects: { "Pod default/web-0": undefined }, message: INVALIDATED },
    {
      name: "pod made again",
      objects: { "Pod default/web-0": { uid: "pod-2" } },
      message: "pod UID (pod-2) does not match service account pod ref claim (pod-1)",
    },
    { name: "pod deleted a while ago", objects: { "Pod default/web-0": { uid: "pod-1", deletionTimestamp: AGO(61) } }, message: INVALIDATED },
    { name: "pod being deleted", objects: { "Pod default/web-0": { uid: "pod-1", deletionTimestamp: AGO(-30) } }, message: null },
    { name: "secret missing", claims: SECRET, objects: { "Secret default/key": undefined }, message: INVALIDATED },
    {
      name: "secret made again",
      claims: SECRET,
      objects: { "Secret default/key": { uid: "key-2" } },
      message: "secret UID (key-2) does not match service account secret ref claim (key-1)",
    },
    { name: "node missing, without a pod", claims: NODE, objects: { "Node /node-1": undefined }, message: INVALIDATED },
    {
      name: "node made again, without a pod",
      claims: NODE,
      objects: { "Node /node-1": { uid: "node-2" } },
      message: "node UID (node-2) does not match service account node ref claim (node-1)",
    },
    {
      name: "the account comes before the pod",
      objects: { "ServiceAccount default/app": undefined, "Pod default/web-0": undefined },
      message: 'serviceaccounts "app" not found',
    },
  ])("$name", ({ claims = POD, objects = {}, message }) => {
    expect(problemOf(claims, objects)).toBe(message);
  });

  test("any other uid of any object refuses", () => {
    fc.assert(
      fc.property(fc.constantFrom("ServiceAccount default/app", "Pod default/web-0"), fc.uuid(), (object, uid) => {
        expect(problemOf(POD, { [object]: { uid } })).toContain(`UID (${uid}) does not match`);
      }),
    );
  });

  test("a deleted object counts until 60 s after its time", () => {
    fc.assert(
      fc.property(fc.integer({ min: -120, max: 120 }), (seconds) => {
        expect(problemOf(POD, { "Pod default/web-0": { uid: "pod-1", deletionTimestamp: AGO(seconds) } }) !== null).toBe(seconds > 60);
      }),
    );
  });
});
