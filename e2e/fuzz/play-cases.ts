import { type ChildProcess, fork } from "node:child_process";

/** One call of the command. */
export interface Case {
  readonly seed: number;
  readonly args: readonly string[];
  /** Its own folder, in which nothing else is. */
  readonly cwd: string;
}

/** What a call left behind; `code` is `null` when its process died or hung. */
export interface Played {
  readonly seed: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly cpuMs: number;
  readonly maxRssBytes: number;
}

const RUNNER = new URL("run-cases.mjs", import.meta.url).pathname;
/** A process keeps what it has compiled, and so grows; a new one begins small again. */
const CASES_A_PROCESS = 100;
/** Of the host, for a call that never ends; the limit that is tested is one of processor time. */
const HANG_MS = 120_000;

/**
 * Plays cases one after another, so many to a process.
 *
 * @param options.cache where the command remembers its last run, so that it is not the user's own memory
 */
export async function playCases(cases: readonly Case[], { cache }: { readonly cache: string }): Promise<readonly Played[]> {
  const played: Played[] = [];
  for (let from = 0; from < cases.length; ) {
    const child = fork(RUNNER, { env: { ...cleanEnvironment(), XDG_CACHE_HOME: cache }, silent: true });
    const end = Math.min(from + CASES_A_PROCESS, cases.length);
    for (let isAlive = true; isAlive && from < end; from += 1) {
      const one = await playOne(child, cases[from] as Case);
      played.push(one);
      isAlive = one.code !== null;
    }
    child.kill("SIGKILL");
  }
  return played;
}

/** No colours, and nothing of the CI system in which the test itself runs. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(GITHUB_|FORCE_COLOR|VITEST)/.test(name))), GITHUB_ACTIONS: "true" };
}

function playOne(child: ChildProcess, { seed, args, cwd }: Case): Promise<Played> {
  return new Promise((resolve) => {
    const dead = (why: string) => resolve({ seed, code: null, stdout: "", stderr: why, cpuMs: 0, maxRssBytes: 0 });
    const timer = setTimeout(() => dead(`nothing came within ${HANG_MS} ms`), HANG_MS);
    const onExit = (code: number | null, signal: string | null) => dead(`the process ended: ${code ?? signal}`);
    child.once("exit", onExit);
    child.once("message", (message) => {
      clearTimeout(timer);
      child.off("exit", onExit);
      resolve(message as Played);
    });
    child.send({ seed, args, cwd });
  });
}
