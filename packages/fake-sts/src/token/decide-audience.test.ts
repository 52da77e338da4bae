import { expect, test } from "vitest";
import { decideAudience } from "./decide-audience.js";

test.each([
  { name: "one audience", aud: ["a"], azp: null, clientIds: ["b", "a"], decision: { audience: "a", claim: "aud", reason: null } },
  { name: "azp chooses among several", aud: ["a", "b"], azp: "b", clientIds: ["b"], decision: { audience: "b", claim: "azp", reason: null } },
  { name: "azp counts although aud would fit", aud: ["a"], azp: "b", clientIds: ["a"], decision: { audience: "b", claim: "azp", reason: "audience-differs" } },
  { name: "several and no azp", aud: ["a", "b"], azp: null, clientIds: ["a"], decision: { audience: null, claim: "aud", reason: "several-audiences" } },
  { name: "case matters", aud: ["A"], azp: null, clientIds: ["a"], decision: { audience: "A", claim: "aud", reason: "audience-differs" } },
  { name: "no client ids", aud: ["a"], azp: null, clientIds: [], decision: { audience: "a", claim: "aud", reason: "no-client-ids" } },
] as const)("$name", ({ aud, azp, clientIds, decision }) => {
  expect(decideAudience({ aud, azp }, clientIds)).toEqual(decision);
});
