/** Every relative link of a page leads to a file that is there, and to a heading of it. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { linkProblems } from "./link-problems.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const pages = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: ROOT, encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(join(ROOT, path)));

test.each([
  { name: "a page that is there", text: "[x](there.md)", problems: [] },
  { name: "a page that is not", text: "[x](gone.md)", problems: ["gone.md: no such file"] },
  { name: "a heading that is there", text: "[x](there.md#two-words-2)", problems: [] },
  { name: "a heading that is not", text: "[x](there.md#three)", problems: ["there.md#three: no such heading"] },
  { name: "a heading of the page itself", text: "# One `two`, & three\n[x](#one-two--three)", problems: [] },
  { name: "a heading of the page itself that is not there", text: "[x](#one)", problems: ["#one: no such heading"] },
  { name: "the second of two that are alike", text: "# One\n# One\n[x](#one-1)", problems: [] },
  { name: "an address elsewhere", text: "[x](https://example.com/gone.md)", problems: [] },
  { name: "what is quoted is no link", text: "`[x](gone.md)`\n```text\n[x](gone.md)\n```", problems: [] },
  { name: "a picture in HTML", text: '<source srcset="gone.png"><img src="there.md">', problems: ["gone.png: no such file"] },
  { name: "a picture", text: "![x](gone.png)", problems: ["gone.png: no such file"] },
])("$name", ({ text, problems }) => {
  expect(linkProblems(text, (path) => (path === "there.md" ? "# Two words 2" : null))).toEqual(problems);
});

test("there are pages", () => {
  expect(pages.length).toBeGreaterThan(40);
});

test.each(pages)("%s", (page) => {
  const read = (path: string): string | null => {
    const file = join(ROOT, dirname(page), path);
    if (!existsSync(file)) return null;
    return path.endsWith(".md") ? readFileSync(file, "utf8") : "";
  };
  expect(linkProblems(readFileSync(join(ROOT, page), "utf8"), read)).toEqual([]);
});
