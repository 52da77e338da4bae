import type { z } from "zod";
import { type LocatedNode, memberOf, nearest, toJson } from "../located-tree.js";
import { describeNode, type ProblemList } from "../problem-list.js";

/**
 * Holds a tree against a schema; each fault is put where it stands in its file.
 *
 * @returns the value, or `null` when there were faults
 */
export function checkTree<Schema extends z.ZodType>(tree: LocatedNode, schema: Schema, problems: ProblemList): z.infer<Schema> | null {
  const result = schema.safeParse(toJson(tree));
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") reportUnknownKeys(nearest(tree, path), issue.keys, { expected: issue.message, problems });
    else reportFault(tree, path, { expected: issue.message, problems });
  }
  return null;
}

interface Report {
  readonly expected: string;
  readonly problems: ProblemList;
}

function reportUnknownKeys(node: LocatedNode, keys: readonly string[], { expected, problems }: Report): void {
  for (const key of keys) {
    const place = node.kind === "object" ? (node.members.get(key)?.keyPlace ?? node.place) : node.place;
    problems.add(place, { message: `unknown key "${key}"`, expected });
  }
}

function reportFault(tree: LocatedNode, path: readonly string[], { expected, problems }: Report): void {
  const last = path.at(-1);
  const parent = nearest(tree, path.slice(0, -1));
  if (last !== undefined && parent.kind === "object" && memberOf(parent, last) === null) {
    problems.add(parent.place, { message: `${path.join(".")} is missing`, expected });
    return;
  }
  const node = nearest(tree, path);
  problems.add(node.place, { message: `${path.length === 0 ? "the value" : path.join(".")} is not what it should be`, expected, actual: describeNode(node) });
}
