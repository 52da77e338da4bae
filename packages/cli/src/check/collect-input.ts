import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { InputFile } from "@irsa-sim/check";
import { cleanLine } from "@irsa-sim/trace-views";
import ignore, { type Ignore } from "ignore";
import { InputFileError } from "../files/input-file-error.js";
import { listFolder } from "../files/list-folder.js";
import { inspectInput, readInput } from "../files/read-input.js";
import { shortestPath } from "../files/shortest-path.js";
import { UsageError } from "../usage-error.js";
import { readStandardInput } from "./read-standard-input.js";

/** A state of Terraform or all of an account is more than what is written by hand. */
const MAX_BYTES = 16 * 1024 * 1024;
/** Of all files together. */
const MAX_CHARACTERS = 64 * 1024 * 1024;
const MAX_FILES = 20_000;
const NAMES = /\.(ya?ml|json|template|tfstate)$/i;
const HCL = /\.(tf|tofu)$/i;
const INSTEAD = "what `terraform show -json` prints of the state or of a plan (terraform plan -out plan && terraform show -json plan)";

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
 * @throws {InputFileError} for a named file that cannot be read, and for more than anybody means
 */
export async function collectInput(paths: readonly string[]): Promise<CollectedInput> {
  const files = new Map<string, InputFile>();
  const seen: Seen = { unread: [], hcl: [] };
  let characters = 0;
  const add = (path: string, input: InputFile): void => {
    if (files.has(path)) return;
    files.set(path, input);
    characters += input.text.length;
    if (characters > MAX_CHARACTERS)
      throw new InputFileError({ path: input.file, expected: `at most ${MAX_CHARACTERS} characters in all files together`, actual: "more" });
    if (files.size > MAX_FILES) throw new UsageError(`more than ${MAX_FILES} files`, { hint: "name the folders that matter" });
  };
  for (const path of paths) {
    if (path === "-") add("-", asText("standard input", await readStandardInput(MAX_BYTES)));
    else if (!existsSync(path)) throw new UsageError(`there is no file or folder ${cleanLine(path)}`);
    else if (statSync(path).isDirectory()) for (const file of filesBelow(path, [])) readFound(file, seen, add);
    else add(path, readNamed(path));
  }
  const onDisk = new Map([...files].flatMap(([path, { file }]) => (path === "-" ? [] : [[file, path] as const])));
  return { paths: onDisk, files: [...files.values()], passedOver: passedOverIn(seen) };
}

/** What was found in folders and is not read. */
interface Seen {
  readonly unread: string[];
  readonly hcl: string[];
}

function passedOverIn({ unread, hcl }: Seen): readonly string[] {
  const [cannot, terraform] = [unread[0], hcl[0]];
  const count = ({ length }: readonly string[], what: string): string => (length === 1 ? `1 ${what} is` : `${length} ${what}s are`);
  return [
    ...(cannot === undefined ? [] : [`${count(unread, "file")} passed over that cannot be read, such as ${cleanLine(cannot)}`]),
    ...(terraform === undefined ? [] : [`${count(hcl, "file")} passed over that Terraform alone can read, such as ${cleanLine(terraform)}; give ${INSTEAD}`]),
  ];
}

function readNamed(path: string): InputFile {
  const file = cleanLine(shortestPath(path));
  if (HCL.test(path)) throw new InputFileError({ path: file, expected: INSTEAD, actual: "Terraform's own language, which it alone can read" });
  return asText(file, readInput(path, MAX_BYTES) ?? "");
}

function asText(file: string, text: string): InputFile {
  if (text.includes("\0")) throw new InputFileError({ path: file, expected: "YAML or JSON in UTF-8", actual: "bytes that are no text" });
  return { file, text, isNamed: true };
}

function readFound(path: string, { unread, hcl }: Seen, add: (path: string, input: InputFile) => void): void {
  if (HCL.test(path)) {
    hcl.push(path);
    return;
  }
  const text = inspectInput(path, { maxBytes: MAX_BYTES });
  if (typeof text !== "string" || text.includes("\0")) unread.push(path);
  else add(path, { file: cleanLine(shortestPath(path)), text, isNamed: false });
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
      return entry.isFile() && (NAMES.test(entry.name) || HCL.test(entry.name)) && !isIgnored(path, false) ? [path] : [];
    });
}
