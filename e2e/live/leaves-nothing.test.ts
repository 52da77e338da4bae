/** However `up` and `exec` end, and whatever the disk refuses: nothing stays behind, and what went wrong is told in a few lines. */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findIsolationProblem } from "../../packages/node-host/src/namespace/find-isolation-problem.js";
import { irsaSim, MAIN } from "../irsa-sim.test-support.js";

const TIMEOUT_MS = 180_000;
const problem = findIsolationProblem();
if (problem !== null) console.log(`not shown here: disks that are full or may only be read (${problem})`);

/** Where the command keeps what is temporary. */
let temporary: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), "leaves-"));
});
afterAll(() => rmSync(temporary, { recursive: true }));

const left = (): readonly string[] => readdirSync(temporary).filter((name) => name.startsWith("irsa-sim-"));

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 1200; tries += 1) await setTimeout(50);
  expect(isSo()).toBe(true);
}

/** A command in a process of its own. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...process.env, TMPDIR: temporary, NO_COLOR: "1" } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      said += String(text);
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
  return { child, ended, said: () => said };
}

describe("a signal", () => {
  test.each([
    { name: "up, while keys are made", args: ["up", "--port", "0"], signal: "SIGINT", code: 130 },
    { name: "up, while keys are made", args: ["up", "--port", "0"], signal: "SIGTERM", code: 143 },
    { name: "exec, as the command's place is made", args: ["exec", "basic", "--", "sleep", "600"], signal: "SIGINT", code: 130 },
    { name: "exec, as the command's place is made", args: ["exec", "basic", "--no-isolate", "--", "sleep", "600"], signal: "SIGTERM", code: 143 },
  ] as const)(
    "$signal to $name: $code",
    async ({ args, signal, code }) => {
      const { child, ended, said } = start(...args);
      await until(() => left().length > 0);
      child.kill(signal);
      expect([await ended, left()], said()).toEqual([code, []]);
      expect(said()).not.toContain("a fault of its own");
    },
    TIMEOUT_MS,
  );

  test(
    "twice to up",
    async () => {
      const { child, ended, said } = start("up", "--port", "0");
      await until(() => said().includes("Ctrl-C ends it"));
      child.kill("SIGINT");
      child.kill("SIGTERM");
      expect([0, 130, 143]).toContain(await ended);
      expect(left()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test.each([{ flags: [] }, { flags: ["--no-isolate"] }])(
    "that nobody can catch, to exec $flags: whoever keeps the command takes its folder away",
    async ({ flags }) => {
      const { child, said } = start("exec", "basic", ...flags, "--", "sh", "-c", "echo here; exec sleep 600");
      await until(() => said().includes("here"));
      child.kill("SIGKILL");
      await until(() => left().length === 0);
    },
    TIMEOUT_MS,
  );
});

describe.skipIf(problem !== null)("a disk", () => {
  /** The command in a mount namespace with a small disk at `place`. */
  async function on(options: string, args: string, environment = "") {
    const place = join(temporary, "disk");
    const script = `mkdir -p ${place}; mount -t tmpfs tmpfs ${place}; mount -o remount,${options} ${place}; ${environment.replace("PLACE", place)} ${process.execPath} ${MAIN} ${args.replace("PLACE", place)}; code=$?; echo left: $(ls ${place} | grep irsa-sim-); exit $code`;
    const child = spawn("unshare", ["--user", "--map-root-user", "--mount", "sh", "-c", script], { env: { ...process.env, NO_COLOR: "1" } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        said += String(text);
      });
    }
    const code = await new Promise((resolve) => child.once("exit", resolve));
    return { code, said };
  }

  test.each([
    { name: "that is full, with the state of up", options: "size=64k", args: "up --port 0 --state PLACE/state", found: "ENOSPC" },
    { name: "that is full, with what up keeps for a while", options: "size=128k", args: "up --port 0", environment: "TMPDIR=PLACE", found: "ENOSPC" },
    { name: "that is full, with the place of a command", options: "size=128k", args: "exec basic -- true", environment: "TMPDIR=PLACE", found: "ENOSPC" },
    { name: "that may only be read, with the state of up", options: "ro", args: "up --port 0 --state PLACE/state", found: "EROFS" },
    { name: "that may only be read, with the place of a command", options: "ro", args: "exec basic -- true", environment: "TMPDIR=PLACE", found: "EROFS" },
  ])(
    "$name: $found",
    async ({ options, args, environment, found }) => {
      const { code, said } = await on(options, args, environment);
      expect(said).toMatch(new RegExp(`: cannot be used\\n +expected +a place that may be written to\\n +found +${found}, `));
      expect(said).toContain("left:\n");
      expect(code).toBe(2);
    },
    TIMEOUT_MS,
  );
});

describe("a command that cannot be run", () => {
  test.each([
    { name: "a file that is no program", make: (path: string) => writeFileSync(path, "hello\n"), why: "it is not executable", code: 126 },
    { name: "nothing at its path", make: () => {}, why: "no such file", code: 127 },
  ])(
    "$name: $code",
    async ({ name, make, why, code }) => {
      const path = join(temporary, name.replaceAll(" ", "-"));
      make(path);
      const outcome = await irsaSim(["exec", "basic", "--", path]);
      expect(outcome.stderr).toContain(`irsa-sim: ${path} cannot be run: ${why}`);
      expect(outcome.stderr).not.toContain("called nobody");
      expect(outcome.code).toBe(code);
    },
    TIMEOUT_MS,
  );
});
