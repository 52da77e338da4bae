import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterEach, beforeEach, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const SCENARIOS: Readonly<Record<string, string>> = {
  good: "title: good | <b>\nbase: basic\nexpect: { outcome: succeeded }\n",
  wrong: "title: wrong\nbase: trust-sub-mismatch\nexpect: { outcome: refused, error: { code: Other } }\n",
  invalid: "title: 1\n",
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  for (const [name, text] of Object.entries(SCENARIOS)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "scenario.yaml"), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const drawn = (file: string): string => readFileSync(join(folder, file), "utf8");
const tested = async (...args: readonly string[]) => irsaSim(["test", ...args], { cwd: folder, env: { XDG_CACHE_HOME: join(folder, ".cache") } });

test("a test in one file each: all that was played in the diagrams, all that was tested in the page", async () => {
  const { code } = await tested(".", "--mermaid", "all.mmd", "--svg", "all.svg", "--markdown", "all.md");
  expect(code).toBe(3);
  expect(drawn("all.mmd").match(/^ {2}Note over \w+,\w+: .*$/gm)).toEqual([
    "  Note over developer_lane,s3_lane: good · good | #60;b#62;",
    "  Note over developer_lane,s3_lane: wrong · wrong",
  ]);
  expect(drawn("all.mmd").match(/^sequenceDiagram$/gm)).toHaveLength(1);
  expect(XMLValidator.validate(drawn("all.svg"))).toBe(true);
  expect(new XMLParser().parse(drawn("all.svg")).svg.g).toHaveLength(2);
  const page = drawn("all.md");
  for (const name of Object.keys(SCENARIOS))
    expect([page, page]).toEqual([expect.stringContaining(`[${name}](#${name})`), expect.stringContaining(`\n## ${name}\n`)]);
  expect(page.match(/^```mermaid$/gm)).toHaveLength(2);
  expect(page).toContain("**Not as expected**\n\n```text\nerror.code");
  expect(page).toContain("nothing was run: the files are invalid");
  expect(page).toContain("good \\| \\<b\\>");
});

test("into a folder, one file a scenario, each as run draws it", async () => {
  await tested("good", "wrong", "--mermaid", "drawn/", "--svg", "drawn/");
  expect(readdirSync(join(folder, "drawn")).sort()).toEqual(["good.mmd", "good.svg", "wrong.mmd", "wrong.svg"]);
  await irsaSim(["run", "wrong", "--mermaid", "alone.mmd", "--svg", "alone.svg"], { cwd: folder });
  expect([drawn("drawn/wrong.mmd"), drawn("drawn/wrong.svg")]).toEqual([drawn("alone.mmd"), drawn("alone.svg")]);
});

test.each([
  { name: "the file is a folder", args: ["--markdown", "good"], told: "good: cannot be used" },
  { name: "a folder is a file", args: ["--svg", "good/scenario.yaml/"], told: "good/scenario.yaml/good.svg: cannot be used" },
])("$name: says so, exit 2, and the results are told", async ({ args, told }) => {
  const { code, stdout, stderr } = await tested("good", ...args);
  expect([code, stderr, stdout]).toEqual([2, expect.stringContaining(told), expect.stringContaining("1 passed, 0 failed")]);
  expect(existsSync(join(folder, "good.svg"))).toBe(false);
});
