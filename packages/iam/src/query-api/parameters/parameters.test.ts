import { describe, expect, test } from "vitest";
import { readThumbprints } from "../actions/oidc-providers/read-thumbprints.js";
import { IamFault } from "../iam-fault.js";
import type { QueryRequest } from "../query-protocol.js";
import { type Page, paginate } from "./pagination.js";
import { flag, integer, listOf, oneOf, optional, required } from "./parameter-readers.js";
import { readParameters } from "./read-parameters.js";
import { addTags, removeTags, tagList } from "./tags.js";

const query = (parameters: Readonly<Record<string, string>>): QueryRequest => ({
  action: "Try",
  version: null,
  parameters: new Map(Object.entries(parameters)),
});
const RULE = { min: 2, max: 4, pattern: "[a-c]+" };
const CLAUSE = "failed to satisfy constraint: Member must";

/** What a reader makes of `Name`, or the refusal. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof IamFault)) throw error;
    return error.message;
  }
}

describe("one parameter", () => {
  test.each([
    { name: "shortest text", reader: optional(RULE), value: "ab", read: "ab" },
    { name: "longest text", reader: optional(RULE), value: "abca", read: "abca" },
    { name: "a text too short", reader: optional(RULE), value: "a", read: /'a' at 'name' .*length greater than or equal to 2$/ },
    { name: "a text too long", reader: optional(RULE), value: "abcab", read: /'abcab' at 'name' .*length less than or equal to 4$/ },
    { name: "characters count, not code units", reader: optional({ min: 2, max: 2 }), value: "😀😀", read: "😀😀" },
    { name: "the whole text must fit", reader: optional(RULE), value: "abx", read: /regular expression pattern: \[a-c\]\+$/ },
    { name: "both broken", reader: optional(RULE), value: "x", read: /^2 validation errors detected: .*equal to 2; .*pattern: \[a-c\]\+$/ },
    { name: "an optional text that is absent", reader: optional(RULE), value: null, read: null },
    {
      name: "a text that must be there",
      reader: required(RULE),
      value: null,
      read: /Value null at 'name' failed to satisfy constraint: Member must not be null$/,
    },
    { name: "a text that is there", reader: required(RULE), value: "ab", read: "ab" },
    { name: "one of the words", reader: oneOf(["all", "own"]), value: "own", read: "own" },
    { name: "none of the words", reader: oneOf(["all", "own"]), value: "Own", read: /enum value set: \[all, own\]$/ },
    { name: "no word", reader: oneOf(["all"]), value: null, read: null },
    { name: "least number", reader: integer({ min: 1, max: 10 }), value: "1", read: 1 },
    { name: "greatest number", reader: integer({ min: 1, max: 10 }), value: "+10", read: 10 },
    { name: "a number too small", reader: integer({ min: 1, max: 10 }), value: "0", read: /'0' at 'name' .*value greater than or equal to 1$/ },
    { name: "a number too great", reader: integer({ min: 1, max: 10 }), value: "11", read: /'11' at 'name' .*value less than or equal to 10$/ },
    { name: "no number", reader: integer({ min: 1, max: 10 }), value: null, read: null },
    { name: "a fraction", reader: integer({ min: 1, max: 10 }), value: "1.5", read: "MalformedInput" },
    { name: "the greatest of 32 bits is a number still", reader: integer({ min: 1, max: 10 }), value: "2147483647", read: /less than or equal to 10$/ },
    { name: "a number beyond 32 bits is none", reader: integer({ min: 1, max: 10 }), value: "2147483648", read: "MalformedInput" },
    { name: "a flag", reader: flag, value: "True", read: true },
    { name: "a flag that is down", reader: flag, value: "false", read: false },
    { name: "no flag", reader: flag, value: null, read: false },
    { name: "a flag that is neither", reader: flag, value: "yes", read: "MalformedInput" },
  ])("$name", ({ reader, value, read }) => {
    const found = outcome(() => readParameters(query(value === null ? {} : { Name: value }), { Name: reader }).Name);
    if (read instanceof RegExp) expect(found).toMatch(read);
    else expect(found).toEqual(read);
  });

  test("a list ends at its first gap, and says what it wants of each", () => {
    const parameters = query({ "Name.member.1": "ab", "Name.member.2": "abc", "Name.member.4": "ac" });
    expect(readParameters(parameters, { Name: listOf(RULE) }).Name).toEqual(["ab", "abc"]);
    const wrong = query({ "Name.member.1": "ab", "Name.member.2": "x" });
    expect(outcome(() => readParameters(wrong, { Name: listOf(RULE) }))).toMatch(
      /Value '\[ab, x\]' at 'name' failed to satisfy constraint: Member must satisfy constraint: \[Member must have length less than or equal to 4, .*equal to 2, .*\[a-c\]\+\]$/,
    );
  });

  test("all that is wrong is said at once", () => {
    const read = () => readParameters(query({ One: "x" }), { One: oneOf(["a"]), Two: required(RULE) });
    expect(outcome(read)).toMatch(new RegExp(`^2 validation errors detected: Value 'x' at 'one' ${CLAUSE} .*; Value null at 'two' ${CLAUSE} not be null$`));
  });
});

test.each([
  { name: "in lower case", list: ["AB".repeat(20)], found: ["ab".repeat(20)] },
  { name: "five", list: Array(5).fill("a".repeat(40)), found: Array(5).fill("a".repeat(40)) },
  { name: "six", list: Array(6).fill("a".repeat(40)), found: expect.stringMatching(/fewer than 5/) },
  {
    name: "no hex digits",
    list: ["g".repeat(40)],
    found: expect.stringMatching(/Value '\[g{40}\]' at 'thumbprintList' .*: \[Member must have length less than or equal to 40, .*equal to 40\]$/),
  },
])("thumbprints: $name", ({ list, found }) => {
  const parameters = Object.fromEntries(list.map((thumbprint, index) => [`ThumbprintList.member.${index + 1}`, thumbprint]));
  expect(outcome(() => readThumbprints(query(parameters)))).toEqual(found);
});

describe("pages", () => {
  const page = (parameters: Readonly<Record<string, string>>, keys: readonly string[]) => outcome(() => paginate(query(parameters), keys, (key) => key));
  const many = Array.from({ length: 101 }, (_, n) => `k${String(n).padStart(3, "0")}`);

  test.each([
    { name: "in the order of keys", parameters: {}, keys: ["b", "a"], items: ["a", "b"], truncated: false },
    { name: "the last page is full", parameters: { MaxItems: "2" }, keys: ["a", "b"], items: ["a", "b"], truncated: false },
    { name: "one more than the page", parameters: { MaxItems: "2" }, keys: ["c", "b", "a"], items: ["a", "b"], truncated: true },
    { name: "a hundred without being asked", parameters: {}, keys: many, items: many.slice(0, 100), truncated: true },
    { name: "nothing", parameters: {}, keys: [], items: [], truncated: false },
  ])("$name", ({ parameters, keys, items, truncated }) => {
    expect(page(parameters, keys)).toMatchObject({ items, rest: { IsTruncated: truncated, Marker: truncated ? expect.any(String) : null } });
  });

  test("a marker goes on behind the last item, and the pages make the list", () => {
    const keys = ["a/b", "ä", "c%", "😀", "z"];
    const found: string[] = [];
    for (let marker: string | null = "", n = 0; marker !== null && n < 10; n += 1) {
      const { items, rest }: Page<string> = paginate(query({ MaxItems: "2", ...(marker === "" ? {} : { Marker: marker }) }), keys, (key) => key);
      found.push(...items);
      marker = rest.Marker;
    }
    expect(found).toEqual([...keys].sort());
  });

  test.each([
    { name: "no base64", marker: "a!" },
    { name: "cut short", marker: "YQ=" },
    { name: "an encoding that is none", marker: btoa("%zz") },
    { name: "bytes that are no UTF-8", marker: btoa("%C3") },
  ])("a marker that IAM did not give: $name", ({ marker }) => {
    expect(page({ Marker: marker }, ["a"])).toMatch(/marker/i);
  });
});

describe("tags", () => {
  const list = (count: number) => query(Object.fromEntries(Array.from({ length: count }, (_, n) => [`Tags.member.${n + 1}.Key`, `k${n}`])));
  const read = (request: QueryRequest) => outcome(() => readParameters(request, { Tags: tagList }).Tags);
  const fifty = new Map(Array.from({ length: 50 }, (_, n) => [`k${n}`, ""]));

  test.each([
    { name: "fifty", found: () => read(list(50)), expected: fifty },
    {
      name: "fifty-one",
      found: () => read(list(51)),
      expected: expect.stringMatching(/^1 validation error detected: Value '\[k0, .*, k50\]' at 'tags' .*equal to 50$/),
    },
    {
      name: "a key twice, in another case",
      found: () => read(query({ "Tags.member.1.Key": "a", "Tags.member.2.Key": "A" })),
      expected: expect.stringMatching(/Duplicate/i),
    },
    {
      name: "a key that is none",
      found: () => read(query({ "Tags.member.1.Key": "" })),
      expected: expect.stringContaining("Value '' at 'tags.1.member.key' failed"),
    },
    {
      name: "a value too long",
      found: () => read(query({ "Tags.member.1.Key": "a", "Tags.member.1.Value": "x".repeat(257) })),
      expected: expect.stringContaining("at 'tags.1.member.value' failed to satisfy constraint: Member must have length less than or equal to 256"),
    },
    { name: "put over one in another case", found: () => addTags(new Map([["Team", "a"]]), new Map([["team", "b"]])), expected: new Map([["team", "b"]]) },
    { name: "one of fifty anew", found: () => addTags(fifty, new Map([["K0", ""]])).size, expected: 50 },
    {
      name: "one more than fifty",
      found: () => outcome(() => addTags(fifty, new Map([["more", ""]]))),
      expected: expect.stringContaining("TagsPerResource: 50"),
    },
    {
      name: "taken away in another case",
      found: () =>
        removeTags(
          new Map([
            ["Team", "a"],
            ["b", "c"],
          ]),
          ["TEAM", "x"],
        ),
      expected: new Map([["b", "c"]]),
    },
  ])("$name", ({ found, expected }) => {
    expect(found()).toEqual(expected);
  });
});
