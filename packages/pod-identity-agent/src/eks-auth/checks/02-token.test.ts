import { epochSeconds, type JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideTokenProblem } from "./02-token.js";

const ISSUER = "https://oidc.example/id/A";
const GOOD: JsonObject = {
  iss: ISSUER,
  aud: ["pods.eks.amazonaws.com"],
  exp: 2000,
  "kubernetes.io": { namespace: "default", pod: { name: "p", uid: "u" }, serviceaccount: { name: "a", uid: "v" } },
};

test.each([
  { name: "a pod's token", change: {}, reason: null },
  { name: "an audience that is no list", change: { aud: "pods.eks.amazonaws.com" }, reason: null },
  { name: "another cluster's", change: { iss: "https://oidc.example/id/B" }, reason: "issuer" },
  { name: "IRSA's audience", change: { aud: ["sts.amazonaws.com"] }, reason: "audience" },
  { name: "no audience", change: { aud: [] }, reason: "audience" },
  { name: "at the end of its time", change: { exp: 1000 }, reason: "expired" },
  { name: "a token of no pod", change: { "kubernetes.io": { namespace: "default", serviceaccount: { name: "a" } } }, reason: "not-of-a-pod" },
])("$name", ({ change, reason }) => {
  expect(decideTokenProblem({ ...GOOD, ...change }, { issuer: ISSUER, now: epochSeconds(1000) })?.reason ?? null).toBe(reason);
});
