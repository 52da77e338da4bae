import { statSync } from "node:fs";
import { basename } from "node:path";
import type { RunReport } from "@irsa-sim/core";
import { cleanLine, fromJson } from "@irsa-sim/trace-views";
import { UsageError } from "../usage-error.js";
import { InputFileError } from "./input-file-error.js";
import { readInput } from "./read-input.js";
import { shortestPath } from "./shortest-path.js";

/** A trace of a day takes a few MiB. */
const MAX_TRACE_BYTES = 256 * 1024 * 1024;
const EXPECTED = "what irsa-sim run --json wrote (irsa-sim/run/v1); a scenario is its name, its folder or its scenario.yaml";

/**
 * The run in a file that `irsa-sim run --json` wrote; `null` when the name is a scenario's.
 *
 * @throws {InputFileError} for a file that holds no run, or cannot be read
 * @throws {UsageError} when it can only be a file, and there is none
 */
export function readSavedRun(name: string): RunReport | null {
  if (isScenario(name)) return null;
  const text = readInput(name, MAX_TRACE_BYTES);
  if (text === null) throw new UsageError(`there is no file ${cleanLine(name)}`, { hint: `expected ${EXPECTED}` });
  const report = fromJson(text);
  if (report === null) throw new InputFileError({ path: cleanLine(shortestPath(name)), expected: EXPECTED, actual: describe(text) });
  return report;
}

/** Names of the catalogue have no dot, and folders are no files. */
function isScenario(name: string): boolean {
  if (/\.json$/i.test(name)) return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const isPath = /[./\\]/.test(name) && basename(name) !== "scenario.yaml";
  const stats = isPath ? statSync(name, { throwIfNoEntry: false }) : undefined;
  return stats === undefined || stats.isDirectory();
}

function describe(text: string): string {
  try {
    const { schema } = (JSON.parse(text) ?? {}) as { readonly schema?: unknown };
    return typeof schema === "string" ? `JSON that says it is ${cleanLine(schema)}` : "JSON that does not say what it is (no schema)";
  } catch (error) {
    if (error instanceof SyntaxError) return text.trim() === "" ? "an empty file" : "no JSON";
    throw error;
  }
}
