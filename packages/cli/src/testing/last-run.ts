/** Which scenarios failed the last time in this folder, for `--status failed`. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

interface LastRun {
  readonly failed: readonly string[];
}

/** Names; `null` when there was no last time. */
export function readLastFailures(): ReadonlySet<string> | null {
  const file = stateFile();
  if (!existsSync(file)) return null;
  const { failed } = JSON.parse(readFileSync(file, "utf8")) as LastRun;
  return new Set(failed);
}

/** Remembers who failed; a scenario that was not run keeps what it was. */
export function rememberFailures(results: readonly { readonly name: string; readonly outcome: "passed" | "failed" }[]): void {
  const failed = new Set(readLastFailures());
  for (const { name, outcome } of results) {
    if (outcome === "failed") failed.add(name);
    else failed.delete(name);
  }
  const file = stateFile();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ failed: [...failed].sort() } satisfies LastRun), { mode: 0o600 });
}

function stateFile(): string {
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  return join(cache, "irsa-sim", `last-test-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16)}.json`);
}
