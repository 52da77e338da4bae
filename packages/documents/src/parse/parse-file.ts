/**
 * From a file's text to located trees.
 * Every size that a file chooses is bounded before anything is built from it: characters, depth, values, aliases.
 */

import type { ProblemList } from "../problems/problem-list.js";
import type { LocatedNode } from "../tree/located-tree.js";
import { BOUNDS, type FileSize } from "./bounds.js";
import type { FileText, YamlDialect } from "./file-text.js";
import { parseJson } from "./parse-json.js";
import { parseYaml } from "./parse-yaml.js";

/**
 * Reads a file.
 *
 * @returns one tree a document; none when the file has faults, which are then in `problems`
 */
export function parseFile(
  { file, text, dialect, intrinsics = false, size = "written", format = file.endsWith(".json") ? "json" : "yaml" }: FileText,
  problems: ProblemList,
): readonly LocatedNode[] {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  problems.addFile(file, content);
  const start = { file, line: 1, column: 1 };
  const { characters, values: maxValues } = BOUNDS[size][format];
  if (content.length > characters) {
    const instead = format === "yaml" && content.length <= BOUNDS[size].json.characters ? `, or JSON, of which ${BOUNDS[size].json.characters} are read` : "";
    problems.add(start, { message: "the file is too large", expected: `at most ${characters} characters${instead}`, actual: String(content.length) });
    return [];
  }
  const known = parsed.get(file);
  if (known?.content === content && known.dialect === dialect && known.intrinsics === intrinsics && known.size === size) return known.trees;
  const trees =
    format === "json" ? parseJson({ file, text: content, maxValues }, problems) : parseYaml({ file, text: content, dialect, intrinsics, maxValues }, problems);
  if (trees?.length === 0) problems.add(start, { message: "the file is empty" });
  if (trees !== null && trees.length > 0) parsed.set(file, { content, dialect, intrinsics, size, trees });
  return trees ?? [];
}

/** The last good content of each file, since many scenarios have the same base; trees never change. */
const parsed = new Map<
  string,
  { readonly content: string; readonly dialect: YamlDialect; readonly intrinsics: boolean; readonly size: FileSize; readonly trees: readonly LocatedNode[] }
>();
