import { describe, expect, test } from "vitest";
import { findNamedProblem } from "./find-named-problem.js";
import { testsOfFile } from "./tests-of-file.js";

const SOURCE = `
const ROWS = [{ name: "one", n: 1 }, { name: "two", n: 2 }];
const ALL = { "third-key": 3 };
describe("sums", () => {
  test("adds", () => { expect(1 + 1).toBe(2); });
  test.each(ROWS)("adds $name", ({ n }) => compare(n));
  test.each([{ name: "two" }])("adds again $name", () => compare(2));
});
describe.skip("later", () => { test("multiplies", () => expect(2 * 2).toBe(4)); });
describe.skipIf(process.platform === "none")("where it can", () => { test("subtracts", () => expect(1 - 1).toBe(0)); });
test.todo("divides", () => expect(1 / 1).toBe(1));
test("compares nothing", () => { expect(1); expect.any(Number); String(1).toString(); });
test("calls what compares nothing", () => idle());
test("keeps its question", async () => { const kept = expect(sum()); await kept.resolves.toBe(3); });
test("is a property", () => fc.assert(fc.property(fc.integer(), (n) => n === n)));
test("names a list", () => { for (const one of Object.keys(ALL)) expect(one).toContain("ird-key of all"); });
test.each(readRows())("is computed: $name", ({ n }) => compare(n));
for (const n of [1]) test(n, () => compare(n));
function compare(n) { expect(n).toBeGreaterThan(0); }
function idle() { return 1; }
`;
const tests = testsOfFile(SOURCE);

describe("named, and holds", () => {
  test.each([
    ["adds"],
    ["sums"],
    ["adds $name"],
    ["adds $name", "two"],
    ['name: "one"'],
    ["subtracts"],
    ["keeps its question"],
    ["is a property"],
    ["names a list", '"third-key"'],
    ["names a list", "ird-key"],
    ["is computed: $name", "whatever"],
  ])("%s %s", (...name) => {
    expect(findNamedProblem(tests, name)).toBeNull();
  });
});

describe("named, and does not hold", () => {
  test.each([
    { name: [], problem: 'no test and no row is ""' },
    { name: [""], problem: 'no test and no row is ""' },
    { name: ["add"], problem: 'no test and no row is "add"' },
    { name: ["1 + 1"], problem: 'no test and no row is "1 + 1"' },
    { name: ["third-key"], problem: 'no test and no row is "third-key"' },
    { name: ["two"], problem: '"two" is a row of several tests: sums › adds $name, sums › adds again $name' },
    { name: ["adds $name", "three"], problem: '"adds $name" has no row "three"' },
    { name: ["adds", "two"], problem: '"adds" has no row "two"' },
    { name: ["names a list", "ey of"], problem: '"names a list" has no row "ey of"' },
    { name: ["multiplies"], problem: '"later › multiplies" is skipped' },
    { name: ["later"], problem: '"later › multiplies" is skipped' },
    { name: ["divides"], problem: '"divides" is skipped' },
    { name: ["compares nothing"], problem: '"compares nothing" compares nothing' },
    { name: ["calls what compares nothing"], problem: '"calls what compares nothing" compares nothing' },
  ])("$problem", ({ name, problem }) => {
    expect(findNamedProblem(tests, name)).toBe(problem);
  });
});

test("text that is no TypeScript", () => {
  expect(() => testsOfFile('test("adds", () => {')).toThrow();
});
