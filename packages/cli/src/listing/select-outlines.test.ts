import { expect, test } from "vitest";
import type { ScenarioOutline } from "./scenario-outline.js";
import { selectOutlines } from "./select-outlines.js";

const BASIC: ScenarioOutline = {
  ...{ name: "basic", title: "A pod reads", tags: ["starter"], outcome: "succeeded", step: null, code: null, message: null, cause: null, sdks: ["dotnet-v3"] },
};
const REFUSED: ScenarioOutline = {
  ...{ name: "trust", title: "Another namespace", tags: ["starter", "trust"], outcome: "refused", step: 7, code: "AccessDenied" },
  ...{ message: "Not authorized to perform", cause: "trust-sub-mismatch", sdks: ["go-v1"] },
};

test.each([
  { name: "nothing is asked for", selection: {}, found: ["basic", "trust"] },
  { name: "a tag", selection: { tags: { wanted: ["trust"], unwanted: [] } }, found: ["trust"] },
  { name: "not a tag", selection: { tags: { wanted: ["starter"], unwanted: ["trust"] } }, found: ["basic"] },
  { name: "a step", selection: { step: 7 }, found: ["trust"] },
  { name: "an SDK", selection: { sdk: "go-v1" }, found: ["trust"] },
  { name: "an SDK in any version", selection: { sdk: "dotnet" }, found: ["basic"] },
  { name: "half of an SDK's name", selection: { sdk: "dot" }, found: [] },
  { name: "a word of the message, in any case", selection: { word: "AUTHORIZED" }, found: ["trust"] },
  { name: "a word of the title", selection: { word: "reads" }, found: ["basic"] },
  { name: "a cause", selection: { word: "sub-mismatch" }, found: ["trust"] },
])("$name", ({ selection, found }) => {
  expect(selectOutlines([BASIC, REFUSED], selection).map(({ name }) => name)).toEqual(found);
});
