/** What stands in .changeset becomes a version and a changelog of the one package that is published; tried in a copy of the manifests. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./packed.test-support.js";

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "irsa-sim-changesets-"));
  for (const path of [".changeset", "package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml"]) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  for (const name of readdirSync(join(ROOT, "packages"))) {
    mkdirSync(join(copy, "packages", name), { recursive: true });
    cpSync(join(ROOT, "packages", name, "package.json"), join(copy, "packages", name, "package.json"));
  }
  writeFileSync(join(copy, ".changeset/of-this-test.md"), '---\n"irsa-sim": minor\n---\n\nSomething that a user sees.\n');
  const git = (...args: readonly string[]) => execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], { cwd: copy });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "before");
  execFileSync(process.execPath, [join(ROOT, "node_modules/@changesets/cli/bin.js"), "version"], { cwd: copy, stdio: "pipe" });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const versionIn = (root: string, name: string): string =>
  (JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")) as { readonly version: string }).version;

test("a minor change raises the package's version, and tells it in the changelog", () => {
  const [major = "", minor = ""] = versionIn(ROOT, "cli").split(".");
  const raised = `${major}.${Number(minor) + 1}.0`;
  expect(versionIn(copy, "cli")).toBe(raised);
  expect(readFileSync(join(copy, "packages/cli/CHANGELOG.md"), "utf8")).toMatch(
    new RegExp(`^## ${raised.replaceAll(".", "\\.")}$[\\s\\S]*Something that a user sees\\.`, "m"),
  );
});

test("packages that nobody publishes stay as they are", () => {
  const others = readdirSync(join(ROOT, "packages")).filter((name) => name !== "cli");
  expect(others.filter((name) => versionIn(copy, name) !== versionIn(ROOT, name))).toEqual([]);
});
