import { isFunction, type Node } from "./syntax.js";

/** A call that declares tests. */
export interface RunnerCall {
  readonly runner: "test" | "describe";
  /** `each`, `skipIf`, … */
  readonly modifiers: readonly string[];
  /** What stands in `each(…)`. */
  readonly table: Node | null;
  readonly title: Node;
  readonly body: Node;
}

/** Reads `test(…)`, `test.each(rows)(…)`, `describe.skipIf(…)(…)`; `null` for anything else. */
export function readRunnerCall(node: Node): RunnerCall | null {
  if (node.type !== "CallExpression") return null;
  const callee = readCallee(node.callee);
  const [title, ...rest] = node.arguments;
  const body = rest.findLast(isFunction);
  // Without a body it is the inner call of `test.each(rows)(…)`.
  return callee === null || title === undefined || body === undefined ? null : { ...callee, title, body };
}

function readCallee(node: Node): Pick<RunnerCall, "runner" | "modifiers" | "table"> | null {
  if (node.type === "Identifier") return node.name === "test" || node.name === "describe" ? { runner: node.name, modifiers: [], table: null } : null;
  if (node.type === "CallExpression") {
    const callee = readCallee(node.callee);
    return callee?.modifiers.at(-1) === "each" ? { ...callee, table: node.arguments[0] ?? null } : callee;
  }
  if (node.type !== "MemberExpression" || node.property.type !== "Identifier") return null;
  const callee = readCallee(node.object);
  return callee && { ...callee, modifiers: [...callee.modifiers, node.property.name] };
}
