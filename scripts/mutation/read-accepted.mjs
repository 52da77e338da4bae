import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const KEYS = ["file", "before", "after", "why"];

/**
 * Reads `mutants-accepted.yaml` of a package: mutants that no test can kill, each with the reason.
 *
 * @param {string} path
 * @returns {{ file: string, before: string, after: string, why: string }[]} none when there is no such file
 * @throws {Error} when an entry is not four texts
 */
export function readAccepted(path) {
  if (!existsSync(path)) return [];
  const entries = parse(readFileSync(path, "utf8")) ?? [];
  for (const entry of entries) {
    const isWhole = KEYS.every((key) => typeof entry[key] === "string" && entry[key] !== "") && Object.keys(entry).length === KEYS.length;
    if (!isWhole) throw new Error(`${path}: an entry has ${KEYS.join(", ")} and nothing else: ${JSON.stringify(entry)}`);
  }
  return entries;
}
