import { type ChangeEvent, type CheckEvent, epochMillis, type Json, type JsonObject, type NoteEvent, type Step } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { summarizeStep } from "./summarize-step.js";

const COMMON = { seq: 1, at: epochMillis(0), step: null, actor: "kubelet", subject: {}, parent: null } as const;
const note = (name: string, attributes: JsonObject): NoteEvent => ({ ...COMMON, kind: "note", name, attributes });
const change = (what: string, after: Json, before: Json = null): ChangeEvent => ({ ...COMMON, kind: "change", what, before, after });
const check = (id: string, passed = true): CheckEvent => ({
  ...COMMON,
  ...{ kind: "check", check: id, title: id, passed, expected: { value: "" }, actual: { value: "" } },
});
const SUBMITTED = { spec: { containers: [{ name: "app" }] } };
const STORED = {
  spec: {
    containers: [{ name: "app", env: [{ name: "AWS_ROLE_ARN" }, { name: "AWS_REGION" }], volumeMounts: [{ name: "aws-iam-token", mountPath: "/t" }] }],
    volumes: [{ name: "aws-iam-token" }, { name: "kube-api-access-abcde" }],
  },
};
const claims = { aud: ["sts.amazonaws.com"], iat: 0, exp: 86_400 };

test.each<{ readonly name: string; readonly step: Step; readonly moments: Parameters<typeof summarizeStep>[1]; readonly summary: readonly string[] }>([
  { name: "nothing happened", step: 1, moments: [], summary: [] },
  {
    name: "a provider and two roles",
    step: 0,
    moments: [change("OpenIDConnectProvider p", {}), change("Role a", {}), change("Role b", {})],
    summary: ["provider", "2 roles"],
  },
  {
    name: "a webhook that adds, beside what admission adds",
    step: 1,
    moments: [note("webhook.decision", { outcome: "mutate" }), change("Pod default/p", STORED, SUBMITTED)],
    summary: ["+2 variables", "+1 volume"],
  },
  {
    name: "a webhook that does not",
    step: 1,
    moments: [note("webhook.decision", { outcome: "leave-alone" }), change("Pod default/p", SUBMITTED, SUBMITTED)],
    summary: ["webhook: no change"],
  },
  { name: "a node", step: 2, moments: [note("kubelet.pod-seen", { node: "node-1" })], summary: ["on node-1"] },
  { name: "no token", step: 3, moments: [note("kubelet.token-needed", { reason: "missing" })], summary: ["none yet"] },
  { name: "an old token", step: 3, moments: [note("kubelet.token-needed", { reason: "past-80-percent" })], summary: ["past 80 % of its life"] },
  { name: "a token", step: 4, moments: [note("tokens-controller.signed", { claims })], summary: ["24 h", "sts.amazonaws.com"] },
  {
    name: "a short token",
    step: 4,
    moments: [note("tokens-controller.signed", { claims: { ...claims, exp: 600 } })],
    summary: ["10 min", "sts.amazonaws.com"],
  },
  { name: "a file", step: 5, moments: [change("/var/run/token", { mode: "0600", owner: "7:0" })], summary: ["0600 7:0", "token"] },
  { name: "credentials", step: 6, moments: [note("sdk.credentials", { source: "imds" })], summary: ["by the node's role"] },
  { name: "a provider without a name here", step: 6, moments: [note("sdk.credentials", { source: "sso" })], summary: ["by sso"] },
  { name: "trust", step: 7, moments: [check("sts.audience"), check("sts.trust-policy")], summary: ["2 checks", "trusted"] },
  { name: "no trust", step: 7, moments: [check("sts.trust-policy", false)], summary: ["1 check"] },
  { name: "a session", step: 8, moments: [change("session arn:aws:sts::1:assumed-role/my-role/s", {})], summary: ["a session of my-role"] },
])("$name", ({ step, moments, summary }) => {
  expect(summarizeStep(step, moments)).toEqual(summary);
});
