import { expect, test } from "vitest";
import type { AuthorizationDetails } from "./authorization-details.js";
import { conditionEdits, type NearGrant, nearestGrant } from "./nearest-grant.js";

const CALLER = "arn:aws:sts::111122223333:assumed-role/app/session";
const element = (name: string, matched: boolean, more: object = {}) => ({
  element: name,
  pointer: `/${name}`,
  matched,
  expected: ["wanted"],
  actual: [],
  ...more,
});
const statement = (elements: readonly object[], effect = "Allow") => ({
  effect,
  applies: false,
  policy: "role/app/policy/p",
  pointer: "/Statement/0",
  elements,
});
const details = (...statements: readonly object[]) =>
  ({
    caller: CALLER,
    action: "s3:GetObject",
    resource: "r",
    decision: { decidedBy: { layer: "", decision: { outcome: "", statements } }, layers: [] },
  }) as unknown as AuthorizationDetails;

test.each([
  { name: "nothing names the action", found: details(statement([element("Action", false), element("Resource", true)])), kind: null },
  { name: "another resource", found: details(statement([element("Action", true), element("Resource", false)])), kind: "resource" },
  { name: "a condition", found: details(statement([element("Action", true), element("Resource", true), element("Condition", false)])), kind: "condition" },
  {
    name: "resource and condition both",
    found: details(statement([element("Action", true), element("Resource", false), element("Condition", false)])),
    kind: null,
  },
  { name: "a Deny is no grant", found: details(statement([element("Action", true), element("Resource", false)], "Deny")), kind: null },
  {
    name: "a condition before a resource",
    found: details(statement([element("Action", true), element("Resource", false)]), statement([element("Action", true), element("Condition", false)])),
    kind: "condition",
  },
])("$name: $kind", ({ found, kind }) => {
  expect(nearestGrant(found)?.kind ?? null).toBe(kind);
});

const near = (more: Partial<NearGrant>): NearGrant => ({
  kind: "condition",
  key: "aws:SourceIp",
  expected: ["a"],
  actual: [],
  policy: "p",
  pointer: "/c",
  ...more,
});

test.each([
  {
    name: "a tag of the role that is missing",
    grant: near({ key: "aws:PrincipalTag/team" }),
    edits: [{ source: "role/app", pointer: "/Tags/team", value: "a" }],
  },
  { name: "a value that is another", grant: near({ actual: ["b"] }), edits: [{ source: "p", pointer: "/c", value: ["a", "b"] }] },
  { name: "a value that is missing", grant: near({}), edits: [] },
])("what meets $name", ({ grant, edits }) => {
  expect(conditionEdits(details(), grant)).toEqual(edits);
});
