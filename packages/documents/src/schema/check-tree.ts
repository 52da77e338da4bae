import type { z } from "zod";
import { oneOf } from "../problems/one-of.js";
import type { ProblemList } from "../problems/problem-list.js";
import { describeNode } from "../tree/describe-node.js";
import { type LocatedNode, memberOf, nearest, toJson } from "../tree/located-tree.js";

/** How strictly a tree is checked. */
export interface CheckOptions {
  /** What is missing may stand elsewhere, and is no fault. */
  readonly partial?: boolean;
  /** What of a wrong value is to be seen when it is played; such a value is noticed, and no fault. Nothing when absent. */
  readonly played?: (path: readonly string[]) => string | null;
}

/**
 * Holds a tree against a schema; each fault is put where it stands in its file.
 *
 * @returns the value, or `null` when there were faults
 */
export function checkTree<Schema extends z.ZodType>(
  tree: LocatedNode,
  schema: Schema,
  problems: ProblemList,
  { partial = false, played = () => null }: CheckOptions = {},
): z.infer<Schema> | null {
  const result = schema.safeParse(toJson(tree));
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys") reportUnknownKeys(nearest(tree, path), issue.keys, { expected: issue.message, problems });
    else if (issue.code === "invalid_key") reportWrongKey(tree, path, { expected: issue.issues[0]?.message ?? "", problems });
    else if (played(path) !== null) problems.notice(nearest(tree, path).place, () => `${path.join(".")} is not what it should be: ${played(path)}`);
    else if (isMissing(tree, path)) {
      if (!partial) problems.add(nearest(tree, path).place, { message: `${path.join(".")} is missing`, expected: issue.message });
    } else reportFault(nearest(tree, path), path, { expected: issue.message, problems });
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
    const names = /^one of: (.+)$/.exec(expected)?.[1]?.split(", ");
    problems.add(place, () => ({ message: `unknown key "${key}"`, expected: names === undefined ? expected : oneOf(names, key) }));
  }
}

function reportWrongKey(tree: LocatedNode, path: readonly string[], { expected, problems }: Report): void {
  const parent = nearest(tree, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  const place = parent.kind === "object" ? (parent.members.get(key)?.keyPlace ?? parent.place) : parent.place;
  problems.add(place, { message: `${path.join(".")} has a name that it cannot have`, expected, actual: JSON.stringify(key) });
}

/** Whether the object at the path has no such member. */
function isMissing(tree: LocatedNode, path: readonly string[]): boolean {
  const parent = nearest(tree, path.slice(0, -1));
  const last = path.at(-1);
  return last !== undefined && parent.kind === "object" && memberOf(parent, last) === null;
}

function reportFault(node: LocatedNode, path: readonly string[], { expected, problems }: Report): void {
  problems.add(node.place, { message: `${path.length === 0 ? "the value" : path.join(".")} is not what it should be`, expected, actual: describeNode(node) });
}
