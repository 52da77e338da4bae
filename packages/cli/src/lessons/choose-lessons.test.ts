import { expect, test } from "vitest";
import { chooseLessons } from "./choose-lessons.js";

const outlines = [
  { name: "one", tags: ["workshop", "says-audience"] },
  { name: "two", tags: ["workshop"] },
  { name: "cells[sdk=go-v2]", tags: ["sdk"] },
  { name: "cells[sdk=rust]", tags: ["sdk"] },
].map((outline) => ({ title: "", step: null, cause: null, code: null, message: null, sdks: [], ...outline }));

test.each([
  { name: "a tag", tags: "workshop", chosen: ["one", "two"] },
  { name: "two tags", tags: "workshop,says-audience", chosen: ["one"] },
  { name: "a tag and not another", tags: "workshop,!says-audience", chosen: ["two"] },
  { name: "of a matrix the first cell", tags: "sdk", chosen: ["cells[sdk=go-v2]"] },
  { name: "a scenario by its name", tags: "two", chosen: ["two"] },
  { name: "a cell by its name", tags: "cells[sdk=rust]", chosen: ["cells[sdk=rust]"] },
  { name: "a matrix by its name", tags: "cells", chosen: ["cells[sdk=go-v2]"] },
])("$name", ({ tags, chosen }) => {
  expect(chooseLessons(outlines, tags)).toEqual(chosen);
});

test.each([
  { name: "a tag that no scenario has", tags: "workshp", message: 'no scenario has the tag "workshp"' },
  { name: "tags that no scenario has together", tags: "sdk,workshop", message: 'no scenario has the tags "sdk,workshop"' },
])("$name", ({ tags, message }) => {
  expect(() => chooseLessons(outlines, tags)).toThrow(message);
});
