import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { InputFile } from "@irsa-sim/check";
import { cleanLine } from "@irsa-sim/trace-views";
import ignore, { type Ignore } from "ignore";
import { listFolder } from "../files/list-folder.js";
import { inspectInput, readInput } from "../files/read-input.js";
import { shortestPath } from "../files/shortest-path.js";
import { UsageError } from "../usage-error.js";
import { readStandardInput } from "./read-standard-input.js";

/** A state of Terraform or all of an account is more than what is written by hand. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_FILES = 20_000;
const NAMES = /\.(ya?ml|json|template|tfstate)$/i;

/** What was read, and what was seen and not read. */
export interface CollectedInput {
  readonly files: readonly InputFile[];
  /** Where each stands on the disk, by its name in reports. */
  readonly paths: ReadonlyMap<string, string>;
  /** One sentence each. */
  readonly passedOver: readonly string[];
}

/**
 * Reads the files that are named, those below the folders that are named, and standard input for `-`. In folders `.gitignore` counts, links are not followed, and
 * only names that YAML and JSON have are read.
 *
 * @throws {UsageError} when there is no such file
 * @throws {InputFileError} for a named file that cannot be read
 */
export async function collectInput(paths: readonly string[]): Promise<CollectedInput> {
  const files = new Map<string, InputFile>();
  const unread: string[] = [];
  for (const path of paths) {
    if (path === "-") files.set("-", { file: "standard input", text: await readStandardInput(), isNamed: true });
    else if (!existsSync(path)) throw new UsageError(`there is no file or folder ${cleanLine(path)}`);
    else if (statSync(path).isDirectory()) for (const file of filesBelow(path, [])) readFound(file, { files, unread });
    else files.set(path, { file: cleanLine(shortestPath(path)), text: readInput(path, MAX_BYTES) ?? "", isNamed: true });
    if (files.size > MAX_FILES) throw new UsageError(`more than ${MAX_FILES} files`, { hint: "name the folders that matter" });
  }
  const count = unread.length === 1 ? "1 file is" : `${unread.length} files are`;
  const onDisk = new Map([...files].flatMap(([path, { file }]) => (path === "-" ? [] : [[file, path] as const])));
  return {
    paths: onDisk,
    files: [...files.values()],
    passedOver: unread.length === 0 ? [] : [`${count} passed over that cannot be read, such as ${cleanLine(unread[0] ?? "")}`],
  };
}

function readFound(path: string, { files, unread }: { readonly files: Map<string, InputFile>; readonly unread: string[] }): void {
  const text = inspectInput(path, { maxBytes: MAX_BYTES });
  if (typeof text !== "string" || text.includes("\0")) unread.push(path);
  else if (!files.has(path)) files.set(path, { file: cleanLine(shortestPath(path)), text, isNamed: false });
}

interface Ignoring {
  readonly folder: string;
  readonly rules: Ignore;
}

/** In order of the alphabet; hidden folders and those of packages are not searched. */
function filesBelow(folder: string, above: readonly Ignoring[]): readonly string[] {
  const own = join(folder, ".gitignore");
  const ignoring = existsSync(own) ? [...above, { folder, rules: ignore().add(readFileSync(own, "utf8")) }] : above;
  const isIgnored = (path: string, isFolder: boolean): boolean =>
    ignoring.some((one) => one.rules.ignores(`${relative(one.folder, path)}${isFolder ? "/" : ""}`));
  return [...listFolder(folder)]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name.startsWith(".") || entry.name === "node_modules" || isIgnored(path, true) ? [] : filesBelow(path, ignoring);
      return entry.isFile() && NAMES.test(entry.name) && !isIgnored(path, false) ? [path] : [];
    });
}
