import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ACTING } from "../packages/trace-views/src/text/hostile-text.test-support.js";
import { irsaSim } from "./irsa-sim.test-support.js";

const GHINJ = new URL("../../shared/hostile/ghinj", import.meta.url).pathname;
const isThere = existsSync(GHINJ);
if (!isThere) console.log("skipped: ../shared/hostile is not there");

describe.skipIf(!isThere)("line breaks, workflow commands and escape sequences in an annotation", () => {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    { name: "run", args: ["run", GHINJ] },
    { name: "run --verbose", args: ["run", GHINJ, "--verbose"] },
    { name: "run --json", args: ["run", GHINJ, "--json"] },
    { name: "lint", args: ["lint", GHINJ] },
    { name: "test", args: ["test", GHINJ] },
    { name: "test --json", args: ["test", GHINJ, "--json"] },
    ...["junit", "tap", "markdown"].map((format) => ({ name: format, args: ["test", GHINJ, "--report", format] })),
  ])("$name: nothing of it acts", async ({ args }) => {
    const summary = join(folder, "summary.md");
    const { code, stdout, stderr } = await irsaSim(args, {
      env: { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, XDG_CACHE_HOME: folder },
    });
    expect([0, 1]).toContain(code);
    expect(stderr).toBe("");
    const lines = [stdout, existsSync(summary) ? readFileSync(summary, "utf8") : ""].join("\n").split("\n");
    expect(lines.filter((line) => ACTING.test(line))).toEqual([]);
    // Annotations are the only commands, and each is one of ours.
    expect(lines.filter((line) => /^\s*::/.test(line) && !/^::error file=[^,:]*,line=\d+,col=\d+,title=irsa-sim%3A ghinj::/.test(line))).toEqual([]);
  });
});
