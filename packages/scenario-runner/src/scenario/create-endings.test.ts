import type { Member, ObjectNode } from "@irsa-sim/documents";
import { describe, expect, test } from "vitest";
import { createEndings } from "./create-endings.js";

const PLACE = { file: "x", line: 1, column: 1 };
const nodeWith = (names: readonly string[]): ObjectNode => {
  const member: Member = { keyPlace: PLACE, node: { kind: "scalar", place: PLACE, value: null } };
  return { kind: "object", place: PLACE, members: new Map(names.map((name) => [name, member])) };
};

describe("names by their endings", () => {
  const node = nodeWith(["a.yaml/default/mine", "../b/c.yaml/prod/mine", "a.yaml/default/other", "plain"]);
  test.each([
    { ending: "mine", names: ["a.yaml/default/mine", "../b/c.yaml/prod/mine"] },
    { ending: "prod/mine", names: ["../b/c.yaml/prod/mine"] },
    { ending: "c.yaml/prod/mine", names: ["../b/c.yaml/prod/mine"] },
    { ending: "x.yaml/prod/mine", names: [] },
    { ending: "ine", names: [] },
    { ending: "plain", names: [] },
    { ending: "", names: [] },
  ])("$ending", ({ ending, names }) => {
    expect(createEndings().namesWith(node, ending)).toEqual(names);
  });
});

test("what was taken out is no longer found", () => {
  const node = nodeWith(["a/default/mine", "b/default/mine"]);
  const endings = createEndings();
  endings.namesWith(node, "mine");
  (node.members as Map<string, Member>).delete("a/default/mine");
  expect(endings.namesWith(node, "mine")).toEqual(["b/default/mine"]);
});

test("of very many the first hundred", () => {
  const node = nodeWith(Array.from({ length: 300 }, (_, index) => `${index}.yaml/default/mine`));
  expect(createEndings().namesWith(node, "mine")).toHaveLength(100);
});
