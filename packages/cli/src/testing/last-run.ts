/** Which scenarios failed the last time in this folder, for `--status failed`. What is wrong with this file is told and stops nobody. */
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { type ScenarioResult, SimulatorError } from "@irsa-sim/core";
import { describeSystemError } from "../files/describe-system-error.js";
import { readInput } from "../files/read-input.js";
import { writeAtomically } from "../files/write-atomically.js";
import { printError } from "../terminal/print-error.js";

/** Names; `null` when there was no last time that can be read. */
export function readLastFailures(): ReadonlySet<string> | null {
  const file = stateFile();
  if (file === null) return null;
  try {
    const text = readInput(file);
    return text === null ? null : new Set(parse(text));
  } catch (error) {
    printError(`which scenarios failed the last time is not known: ${reasonOf(error, file)}\n`);
    return null;
  }
}

/** Remembers who did not pass; a scenario that was not run keeps what it was. */
export function rememberFailures(results: readonly { readonly name: string; readonly outcome: ScenarioResult["outcome"] }[]): void {
  const file = stateFile();
  if (file === null) return;
  const failed = new Set(readLastFailures());
  for (const { name, outcome } of results) {
    if (outcome === "passed") failed.delete(name);
    else failed.add(name);
  }
  try {
    writeAtomically(file, JSON.stringify({ failed: [...failed].sort() }), 0o600);
  } catch (error) {
    if (!(error instanceof SimulatorError)) throw error;
    printError(`which scenarios failed is not remembered: ${error.message}\n`);
  }
}

/** @throws what is neither a broken nor an unreadable file */
function reasonOf(error: unknown, file: string): string {
  if (error instanceof SyntaxError) return `${file}: ${error.message}`;
  if (error instanceof SimulatorError) return error.message;
  throw error;
}

/** @throws {SyntaxError} for anything but what `rememberFailures` wrote */
function parse(text: string): readonly string[] {
  const state: unknown = JSON.parse(text);
  const failed = typeof state === "object" && state !== null && "failed" in state ? state.failed : null;
  if (!Array.isArray(failed) || !failed.every((name) => typeof name === "string")) throw new SyntaxError('not of the form {"failed": [names]}');
  return failed;
}

/** `null` for a user without a home, who has nowhere to remember anything. */
function stateFile(): string | null {
  const cache = process.env.XDG_CACHE_HOME || cacheInHome();
  return cache && join(cache, "irsa-sim", `last-test-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16)}.json`);
}

function cacheInHome(): string | null {
  try {
    return join(homedir(), ".cache");
  } catch (error) {
    if (describeSystemError(error) === null) throw error;
    return null;
  }
}
