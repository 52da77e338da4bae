/** The worked examples: the report as it is printed, the change that is offered, and that the change makes all work. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const ROOT = new URL("..", import.meta.url).pathname;
const EXAMPLES = join(ROOT, "examples/check");
const env = { COLUMNS: "100", NO_COLOR: "1" };
const WORKING = new Set(["04-terraform-plan", "09-two-clusters", "10-init-container-skipped", "11-windows", "16-all-works"]);

/** Whose fix belongs into the source of a file that Terraform writes. */
const GENERATED = new Set(["03-terraform-state"]);

const NAMES = readdirSync(EXAMPLES);

/** What is offered as a patch to programs. */
async function applyOffered(folder: string): Promise<void> {
  const { stdout } = await irsaSim(["check", ".", "--fix", "--json"], { cwd: folder, env });
  const { fixes } = JSON.parse(stdout) as { readonly fixes: { readonly files: readonly { readonly diff: string }[] } };
  execFileSync("git", ["apply", "-"], { cwd: folder, input: fixes.files.map(({ diff }) => diff).join("") });
}

test.each(NAMES)("%s is reported as recorded", async (name) => {
  const { code, stdout } = await irsaSim(["check", join("examples/check", name)], { cwd: ROOT, env });
  await expect(stdout).toMatchFileSnapshot(join(EXAMPLES, name, "expected.txt"));
  expect(code).toBe(WORKING.has(name) ? 0 : 1);
});

describe("what is broken", () => {
  test.each(NAMES.filter((name) => !WORKING.has(name)))("%s is mended as recorded, after which all works", async (name) => {
    const folder = join("examples/check", name);
    const report = await irsaSim(["check", folder], { cwd: ROOT, env });
    const offered = await irsaSim(["check", folder, "--fix"], { cwd: ROOT, env });
    expect(offered.stdout.startsWith(report.stdout)).toBe(true);
    await expect(offered.stdout.slice(report.stdout.length)).toMatchFileSnapshot(join(EXAMPLES, name, "fix.diff"));
    const copy = mkdtempSync(join(tmpdir(), "irsa-sim-example-"));
    try {
      cpSync(join(ROOT, folder), copy, { recursive: true });
      await irsaSim(["check", ".", "--fix", "--write"], { cwd: copy, env });
      // What Terraform writes is left to Terraform; here the change stands for what it writes then.
      if (GENERATED.has(name)) await applyOffered(copy);
      const { code, stdout } = await irsaSim(["check", "."], { cwd: copy, env });
      expect(stdout).toMatch(/^ Works {2,}/);
      expect(code).toBe(0);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
