import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { editorSchemaOf } from "./editor-schema-of.js";

const STATEMENT = ["Sid", "Effect", "Action", "NotAction", "Condition"];

test.each([
  { name: "Pod", document: { manifest: "Pod" }, at: [], members: ["apiVersion", "kind", "metadata", "spec", "status"] },
  { name: "a pod's spec", document: { manifest: "Pod" }, at: ["spec"], members: ["serviceAccountName", "containers", "initContainers", "volumes"] },
  { name: "a trust policy", document: { policy: "trust" }, at: [], members: ["Version", "Id", "Statement"] },
  { name: "its statement", document: { policy: "trust" }, at: ["Statement"], members: [...STATEMENT, "Principal", "NotPrincipal"] },
  { name: "a permission's statement", document: { policy: "permission" }, at: ["Statement"], members: [...STATEMENT, "Resource", "NotResource"] },
  {
    name: "a resource's statement",
    document: { policy: "resource" },
    at: ["Statement"],
    members: [...STATEMENT, "Principal", "NotPrincipal", "Resource", "NotResource"],
  },
] as const)("$name has these members, each told what it is for", ({ document, at, members }) => {
  const place = at.reduce((schema: JsonObject, name) => membersOf(schema)[name] as JsonObject, editorSchemaOf(document));
  expect(Object.keys(membersOf(place))).toEqual(expect.arrayContaining([...members]));
  for (const member of members) expect((membersOf(place)[member] as JsonObject).description).toMatch(/\w/);
});

function membersOf(schema: JsonObject): JsonObject {
  const [first] = Array.isArray(schema.anyOf) ? schema.anyOf : [schema];
  return (first as JsonObject).properties as JsonObject;
}
