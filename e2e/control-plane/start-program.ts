/** A program that runs in the background, and surely ends: with its process group when it is closed, and by the kernel when this process is no more. */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What is started. */
export interface ProgramOptions {
  readonly path: string;
  readonly args: readonly string[];
  /** Its working directory and home, in which its output is written to `NAME.log`. */
  readonly folder: string;
}

/** A program at work. */
export interface Program {
  /** What it wrote so far. */
  log(): string;
  /** @throws {Error} with the end of its log when it has ended by itself */
  assertRunning(): void;
  /** Ends it and all that it started; it is gone when this is done. */
  close(): Promise<void>;
}

/** Programs end within this time, or are killed. */
const GRACE_MS = 10_000;
const LAST_LINES = 5;

/**
 * Starts a program.
 *
 * @example
 * const etcd = startProgram({ path: "/cache/etcd", args: ["--data-dir=etcd"], folder });
 * await etcd.close();
 */
export function startProgram({ path, args, folder }: ProgramOptions): Program {
  const name = basename(path);
  const logFile = join(folder, `${name}.log`);
  const output = openSync(logFile, "a", 0o600);
  // What hangs up when its parent is killed, which runs no handler any more.
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", path, ...args], {
    ...{ cwd: folder, detached: true, stdio: ["ignore", output, output] },
    env: { PATH: process.env.PATH ?? "", HOME: folder, TMPDIR: folder },
  });
  closeSync(output);
  const log = (): string => readFileSync(logFile, "utf8");
  const { ended, problem } = watch(child);
  const killAtExit = (): void => signal(child, "SIGKILL");
  process.once("exit", killAtExit);
  return {
    log,
    assertRunning(): void {
      if (problem() !== null) throw new Error(`${name} ${problem()}: ${log().trim().split("\n").slice(-LAST_LINES).join("\n")}`);
    },
    async close(): Promise<void> {
      signal(child, "SIGTERM");
      const killer = setTimeout(() => signal(child, "SIGKILL"), GRACE_MS);
      await ended;
      clearTimeout(killer);
      // What it started itself and left behind.
      signal(child, "SIGKILL");
      process.off("exit", killAtExit);
    },
  };
}

/** Why it runs no more, `null` while it does. */
function watch(child: ChildProcess): { readonly ended: Promise<void>; problem(): string | null } {
  let problem: string | null = null;
  const ended = new Promise<void>((resolve) => {
    const end = (reason: string): void => {
      problem ??= reason;
      resolve();
    };
    child.once("error", (error) => end(error.message));
    child.once("exit", (code, name) => end(`ended with ${name ?? code}`));
  });
  return { ended, problem: () => problem };
}

/** To the whole process group, which may be gone. */
function signal({ pid }: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
