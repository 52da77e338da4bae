import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { type DriftRule, decideDrift } from "./decide-drift.js";
import { withTemplateHash } from "./template-hash.js";

type Variable = { readonly name: string; readonly value?: string; readonly valueFrom?: JsonObject };

const ROLE: Variable = { name: "AWS_ROLE_ARN", value: "arn:aws:iam::111122223333:role/my-pod-role" };
const OWN: Variable = { name: "MODE", value: "fast" };
const podWith = (env?: readonly Variable[], init?: readonly Variable[]): JsonObject => ({
  metadata: { name: "my-pod" },
  spec: {
    containers: [{ name: "app", ...(env === undefined ? {} : { env }) }],
    ...(init === undefined ? {} : { initContainers: [{ name: "init", env: init }] }),
  },
});

describe("of the environment", () => {
  test.each<{ readonly name: string; readonly template: JsonObject; readonly live: JsonObject; readonly container: string | null }>([
    { name: "nothing written, nothing found", template: podWith(), live: podWith([]), container: null },
    { name: "found as written", template: podWith([OWN, ROLE]), live: podWith([OWN, ROLE]), container: null },
    { name: "a variable more", template: podWith([OWN]), live: podWith([OWN, ROLE]), container: "app" },
    { name: "a variable less", template: podWith([OWN]), live: podWith(), container: "app" },
    { name: "another value", template: podWith([OWN]), live: podWith([{ ...OWN, value: "slow" }]), container: "app" },
    { name: "another order", template: podWith([OWN, ROLE]), live: podWith([ROLE, OWN]), container: "app" },
    { name: "in an init container alone", template: podWith([], []), live: podWith([], [ROLE]), container: "init" },
    {
      name: "a default inside valueFrom",
      template: podWith([{ name: "NAME", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } }]),
      live: podWith([{ name: "NAME", valueFrom: { fieldRef: { apiVersion: "v1", fieldPath: "metadata.name" } } }]),
      container: null,
    },
  ])("$name", ({ template, live, container }) => {
    expect(decideDrift(template, live, "environment")?.container ?? null).toBe(container);
  });

  test("is told as an operator's log does", () => {
    expect(decideDrift(podWith(), podWith([ROLE]), "environment")).toEqual({
      container: "app",
      reason: `environment variable configuration changed, old: [], new: [{Name:AWS_ROLE_ARN Value:${ROLE.value} ValueFrom:nil}]`,
      old: [],
      new: [ROLE],
    });
  });
});

describe("of the template", () => {
  const decide = (written: JsonObject, now: JsonObject, rule: DriftRule = "template") =>
    decideDrift(withTemplateHash(now), { ...podWith([OWN, ROLE]), metadata: withTemplateHash(written).metadata as JsonObject }, rule);

  test("what was added to the pod does not count", () => {
    expect([decide(podWith([OWN]), podWith([OWN])), decide(podWith([OWN]), podWith([OWN]), "environment")?.container]).toEqual([null, "app"]);
  });

  test("a change of the template counts", () => {
    const drift = decide(podWith([OWN]), podWith([OWN, ROLE]));
    expect(drift?.reason).toMatch(/^pod template changed, old: [b-z2-9]{1,10}, new: [b-z2-9]{1,10}$/);
    expect(drift?.old).not.toBe(drift?.new);
  });

  test("a pod without a hash was made otherwise", () => {
    expect(decideDrift(withTemplateHash(podWith()), podWith(), "template")).toMatchObject({ new: null });
  });

  test("labels that are there stay", () => {
    const { metadata } = withTemplateHash({ ...podWith(), metadata: { name: "my-pod", labels: { app: "shop" } } });
    expect(metadata).toMatchObject({ name: "my-pod", labels: { app: "shop", "pod-template-hash": expect.stringMatching(/^[b-z2-9]{1,10}$/) } });
  });
});
