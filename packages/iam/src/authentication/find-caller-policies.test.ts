import { type AccountId, createRandom, epochMillis, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createIam } from "../accounts/create-iam.js";
import { authorizeCall } from "../authorization/authorize-call.js";

const ACCOUNT = "111122223333" as AccountId;
const NOW = epochMillis(Date.UTC(2026, 0, 5, 9));
const allow = (action: string): JsonObject => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });

test.each([
  { name: "no boundary", boundary: null, action: "s3:GetObject", allowed: true },
  { name: "a boundary that allows the action too", boundary: allow("s3:Get*"), action: "s3:GetObject", allowed: true },
  { name: "a boundary that does not", boundary: allow("s3:Put*"), action: "s3:GetObject", allowed: false },
  { name: "what the boundary alone allows", boundary: allow("ec2:*"), action: "ec2:RunInstances", allowed: false },
])("a user with $name", ({ boundary, action, allowed }) => {
  const iam = createIam({ clock: new VirtualClock(NOW), random: createRandom("iam"), accounts: [ACCOUNT] });
  const developer = iam.account(ACCOUNT)?.users.get("developer");
  if (developer === undefined) throw new Error("no developer");
  const user = {
    ...developer,
    policies: [{ source: "user/developer/policy/own", document: allow("s3:*") }],
    ...(boundary === null ? {} : { permissionsBoundary: { source: "user/developer/permissions-boundary", document: boundary } }),
  };
  const caller = { kind: "user" as const, arn: user.arn, user, session: null };
  const request = { method: "GET", url: "https://s3.eu-west-1.amazonaws.com/", headers: {}, body: "" };
  const decision = authorizeCall({ iam, request, region: "eu-west-1", now: NOW, caller, action, resource: "*", owner: null });
  expect([decision.allowed, decision.allowed ? null : decision.decidedBy.layer]).toEqual([
    allowed,
    allowed ? null : action.startsWith("ec2") ? "identity-based policy" : "permissions boundary",
  ]);
});
