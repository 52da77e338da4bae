import { CAUSES } from "@irsa-sim/diagnosis";
import { expect, test } from "vitest";
import type { ScenarioOutline } from "./scenario-outline.js";
import { type CatalogueQuery, searchCatalogue } from "./search-catalogue.js";

const PLAIN: ScenarioOutline = {
  ...{ name: "basic", folder: "scenarios/basic", cell: null, title: "A pod reads a bucket", tags: ["starter"], base: null },
  ...{ outcome: "succeeded", step: null, cause: null, message: null, hasLesson: true },
};
const SUB: ScenarioOutline = {
  ...{ ...PLAIN, name: "sub", title: "Another namespace", tags: ["trust"], outcome: "refused", step: 7, cause: "trust-sub-mismatch" },
  ...{ message: "Not authorized to perform sts:AssumeRoleWithWebIdentity", hasLesson: false },
};
const ALL: CatalogueQuery = { words: "", step: null, onlyLessons: false };

test.each([
  { name: "everything", query: ALL, found: ["basic", "sub"] },
  { name: "a part of the message, in any case", query: { ...ALL, words: "not AUTHORIZED" }, found: ["sub"] },
  { name: "a cause by its id", query: { ...ALL, words: "trust-sub" }, found: ["sub"] },
  { name: "a cause by what explains it", query: { ...ALL, words: "helm prefixes" }, found: ["sub"] },
  { name: "a tag", query: { ...ALL, words: "starter" }, found: ["basic"] },
  { name: "a step by its word", query: { ...ALL, words: "step 7" }, found: ["sub"] },
  { name: "all words are needed", query: { ...ALL, words: "bucket namespace" }, found: [] },
  { name: "refused in a step", query: { ...ALL, step: 7 }, found: ["sub"] },
  { name: "not refused", query: { ...ALL, step: "succeeds" }, found: ["basic"] },
  { name: "lessons alone", query: { ...ALL, onlyLessons: true }, found: ["basic"] },
  { name: "what has the word in its name is first", query: { ...ALL, words: "sub" }, found: ["sub"] },
] as const)("$name", ({ query, found }) => {
  expect(searchCatalogue([PLAIN, SUB], CAUSES, query).map(({ name }) => name)).toEqual(found);
});
