import { editorSchema } from "@irsa-sim/scenario-runner";
import { expect, test } from "vitest";
import { listCompletions } from "./list-completions.js";

const SCHEMA = editorSchema("scenario.schema.json");

test.each([
  { name: "at the top", path: [], isValue: false, offers: ["title", "timeline", "expect"] },
  { name: "a part that a base may give", path: ["cluster"], isValue: false, offers: ["region", "node"] },
  { name: "an item of the timeline", path: ["timeline", "-"], isValue: false, offers: ["apply", "call", "advance"] },
  { name: "an action", path: ["timeline", "-", "call"], isValue: false, offers: ["pod", "sdk"] },
  { name: "a choice", path: ["expect", "outcome"], isValue: true, offers: ["succeeded", "refused"] },
  { name: "a flag", path: ["webhook", "absent"], isValue: true, offers: ["true", "false"] },
  { name: "a member of any name", path: ["aws", "roles", "mine"], isValue: false, offers: ["trustPolicy"] },
])("$name", ({ path, isValue, offers }) => {
  expect(listCompletions(SCHEMA, path, { isValue }).map(({ name }) => name)).toEqual(expect.arrayContaining(offers));
});

test("where the language knows nothing, nothing is offered", () => {
  expect(listCompletions(SCHEMA, ["nothing", "here"], { isValue: false })).toEqual([]);
});
