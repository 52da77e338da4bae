import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NODE_RELEASES, nodeOf } from "./node-releases.test-support.js";
import { TARBALL } from "./packed.test-support.js";

const MAIN = "node_modules/irsa-sim/dist/main.js";
const NPM = join(dirname(realpathSync(execFileSync("which", ["npm"], { encoding: "utf8" }).trim())), "npm-cli.js");

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** An empty folder with a manifest, which keeps a package manager from looking further up. */
function emptyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  folders.push(folder);
  writeFileSync(join(folder, "package.json"), '{ "name": "app", "version": "1.0.0", "private": true, "type": "module" }\n');
  return folder;
}

/** What it prints; a code other than 0 is thrown. */
function run(folder: string, program: string, ...args: readonly string[]): string {
  // Yarn remembers a tarball by its path, whatever is in it now.
  const env = { ...process.env, NO_COLOR: "1", YARN_CACHE_FOLDER: join(folder, ".yarn-cache"), YARN_GLOBAL_FOLDER: join(folder, ".yarn-global") };
  return execFileSync(program, args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

describe.each(NODE_RELEASES.map((release) => ({ release, node: nodeOf(release) })))("on Node $release", ({ release, node }) => {
  if (node === null) {
    test.skip("it cannot be had");
    return;
  }
  let folder: string;
  beforeAll(() => {
    folder = emptyProject();
    run(folder, node, NPM, "install", "--no-audit", "--no-fund", TARBALL);
  });

  test("npm installs it, and nothing else", () => {
    expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["irsa-sim"]);
    expect(run(folder, node, "--version")).toMatch(`v${release}.`);
  });

  test("run basic", () => {
    const text = run(folder, node, MAIN, "run", "basic");
    expect([text.match(/^ \d /gm)?.length, text.trimEnd().split("\n").at(-1)]).toEqual([10, " ✔ as expected: every call succeeded"]);
  });

  test("test", () => {
    expect(run(folder, node, MAIN, "test", "basic", "trust-sub-mismatch", "rotation")).toMatch(/3 passed, 0 failed/);
  });

  test("ui", async () => {
    const child: ChildProcess = spawn(node, [MAIN, "ui", "--no-open"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const [chunk] = (await once(child.stdout as NonNullable<typeof child.stdout>, "data")) as [Buffer];
    const page = await (await fetch(chunk.toString().split("\n")[0] ?? "")).text();
    child.kill("SIGTERM");
    const [code] = await once(child, "exit");
    expect([page.startsWith("<!doctype html>"), code]).toEqual([true, 0]);
  });
});

describe("other package managers", () => {
  test.each([
    { name: "pnpm", install: ["pnpm@12", "add", TARBALL], irsaSim: ["pnpm@12", "exec", "irsa-sim"] },
    { name: "yarn 1", install: ["yarn@1", "add", `file:${TARBALL}`], irsaSim: ["yarn@1", "--silent", "irsa-sim"] },
    {
      name: "yarn 4, which unpacks nothing",
      install: ["@yarnpkg/cli-dist@4", "add", `irsa-sim@file:${TARBALL}`],
      irsaSim: ["@yarnpkg/cli-dist@4", "irsa-sim"],
    },
  ])("$name installs it and runs it", ({ install, irsaSim }) => {
    const folder = emptyProject();
    writeFileSync(join(folder, "yarn.lock"), "");
    run(folder, "npx", "-y", ...install);
    expect(run(folder, "npx", "-y", ...irsaSim, "test", "basic", "trust-sub-mismatch")).toMatch(/2 passed, 0 failed/);
  });
});
