import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CAUSES } from "./index.js";

const FILES = readdirSync(new URL("./causes/", import.meta.url))
  .filter((file) => file !== "index.ts")
  .map((file) => file.replace(/\.ts$/, ""));

test("one file a cause, named by its id", () => {
  expect(CAUSES.map(({ id }) => id).sort()).toEqual([...FILES].sort());
});

describe("every cause says what a person needs", () => {
  test.each(CAUSES)("$id", ({ title, see, why, prove, sources }) => {
    for (const text of [title, see, why]) expect(text.length).toBeGreaterThan(10);
    expect(why).toMatch(/[.;]$/);
    expect(prove.length).toBeGreaterThan(0);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !/^https:\/\/\S+$/.test(source))).toEqual([]);
  });
});
