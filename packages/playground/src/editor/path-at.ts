import type { Place } from "./place.js";

/**
 * Finds the place by indentation alone, since what is being written is no valid YAML yet.
 *
 * @example
 * pathAt("aws:\n  ro", 9); // { path: ["aws"], word: "ro", isValue: false, isQuoted: false }
 */
export function pathAt(text: string, position: number): Place {
  const lines = text.slice(0, position).split("\n");
  const current = lines.pop() ?? "";
  const value = /^(\s*(?:- )*)([\w."'${}[\]-]+):\s+([\w-]*)$/.exec(current);
  const word = value?.[3] ?? /[\w-]*$/.exec(current)?.[0] ?? "";
  const lead = value?.[1] ?? /^\s*(?:- )*/.exec(current)?.[0] ?? "";
  const above = pathAbove(lines, lead.length);
  const own = lead.includes("- ") ? [...pathAbove(lines, lead.indexOf("-") + 0), "-"] : above;
  return { path: value?.[2] === undefined ? own : [...own, unquote(value[2])], word, isValue: value !== null, isQuoted: false };
}

/** The names of the lines that a line with this indentation stands below, the outermost first. */
function pathAbove(lines: readonly string[], indentation: number): readonly string[] {
  const path: string[] = [];
  let limit = indentation;
  for (const line of lines.toReversed()) {
    const [, lead = "", dash = "", name] = /^(\s*)((?:- )*)([\w."'${}[\]-]+):\s*$|^(\s*)((?:- )+)/.exec(line) ?? [];
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    const depth = name === undefined ? line.search(/\S/) : lead.length + dash.length;
    if (depth >= limit && !(name !== undefined && dash !== "" && lead.length < limit)) continue;
    if (name !== undefined && depth < limit) path.unshift(unquote(name));
    if (dash !== "" || /^\s*- /.test(line)) path.unshift("-");
    limit = Math.min(limit, line.search(/\S/));
    if (limit === 0) break;
  }
  return path;
}

function unquote(name: string): string {
  return name.replaceAll(/^["']|["']$/g, "");
}
