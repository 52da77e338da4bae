import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "../usage-error.js";

/** What a scenario is written in; goldens and the like are not needed to play it. */
const READ = /\.(ya?ml|json)$/;
/** etcd takes no object above a megabyte and a half, and a ConfigMap one. */
const MAX_BYTES = 1_000_000;

/**
 * The files of a scenario's folder, which a ConfigMap holds by their names.
 *
 * @throws {UsageError} for a folder in the folder, which a ConfigMap cannot hold, and for too much
 */
export function readScenarioFiles(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith("."));
  const inner = entries.find((entry) => entry.isDirectory());
  if (inner !== undefined)
    throw new UsageError(`${join(folder, inner.name)} is a folder, which a ConfigMap cannot hold`, { hint: "put its files beside scenario.yaml" });
  const names = entries
    .map(({ name }) => name)
    .filter((name) => READ.test(name))
    .sort();
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_BYTES) throw new UsageError(`${folder}: ${bytes} bytes are more than the ${MAX_BYTES} that a ConfigMap holds`);
  return files;
}
