import { expect, test } from "vitest";
import { ACTION_CONSTRAINTS } from "./action-constraints.js";
import { findViolations } from "./find-violations.js";

const GOOD = { RoleArn: "arn:aws:iam::111122223333:role/a", RoleSessionName: "session", WebIdentityToken: "a.b.c" };

test.each([
  { name: "all good", changed: {}, rules: [] },
  { name: "longest session name", changed: { RoleSessionName: "s".repeat(64) }, rules: [] },
  { name: "session name too long", changed: { RoleSessionName: "s".repeat(65) }, rules: ["Member must have length less than or equal to 64"] },
  { name: "session name too short", changed: { RoleSessionName: "s" }, rules: ["Member must have length greater than or equal to 2"] },
  {
    name: "a line break at the end of the session name",
    changed: { RoleSessionName: "session\n" },
    rules: ["Member must satisfy regular expression pattern: [\\w+=,.@-]*"],
  },
  { name: "token too long", changed: { WebIdentityToken: "t".repeat(20_001) }, rules: ["Member must have length less than or equal to 20000"] },
  { name: "longest duration", changed: { DurationSeconds: "43200" }, rules: [] },
  { name: "duration too long", changed: { DurationSeconds: "43201" }, rules: ["Member must have value less than or equal to 43200"] },
  { name: "shortest provider id", changed: { ProviderId: "abc" }, rules: ["Member must have length greater than or equal to 4"] },
  { name: "session token size", changed: { MinimumSessionTokenSize: "4097" }, rules: ["Member must have value less than or equal to 4096"] },
])("$name", ({ changed, rules }) => {
  const violations = findViolations(new Map(Object.entries({ ...GOOD, ...changed })), ACTION_CONSTRAINTS.AssumeRoleWithWebIdentity);
  expect(violations.map(({ rule }) => rule)).toEqual(rules);
});

test("lengths count code points, and a character beyond the basic plane breaks the pattern of RoleArn", () => {
  const roleArn = `arn:aws:iam::111122223333:role/${"\u{1F600}".repeat(2048 - 31)}`;
  const violations = findViolations(new Map(Object.entries({ ...GOOD, RoleArn: roleArn })), ACTION_CONSTRAINTS.AssumeRoleWithWebIdentity);
  expect(violations.map(({ rule }) => rule.slice(0, 43))).toEqual(["Member must satisfy regular expression patt"]);
});
