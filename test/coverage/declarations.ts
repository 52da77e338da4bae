import { type Node, nodesIn, rootOf } from "./syntax.js";

/** What the names of a file stand for. */
export interface Declarations {
  /** A node, and the declarations that are reached from it over names of any kind. */
  named(node: Node): readonly Node[];
  /** A node, and the functions of the file that are reached from it over calls. */
  called(node: Node): readonly Node[];
  /** Whether a node compares something: `expect(…).toBe(…)`, `fc.assert(…)`; `expect(…)` without a matcher compares nothing. */
  isAssertion(node: Node): boolean;
}

/** Reads the declarations of a file; of two with one name, in two blocks, both count. */
export function declarationsIn(program: Node): Declarations {
  const declared = new Map<string, readonly Node[]>();
  for (const node of nodesIn(program)) {
    if (node.type === "FunctionDeclaration" && node.id !== null && node.body !== null) declare(node.id.name, node.body);
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.init !== null) declare(node.id.name, node.init);
  }
  return {
    named: (node) => reachableFrom(node, (one) => (one.type === "Identifier" ? one.name : undefined)),
    called: (node) => reachableFrom(node, (one) => (one.type === "CallExpression" ? rootOf(one.callee)?.name : undefined)),
    isAssertion,
  };

  function declare(name: string, node: Node): void {
    declared.set(name, [...(declared.get(name) ?? []), node]);
  }

  function reachableFrom(node: Node, nameOf: (node: Node) => string | undefined): readonly Node[] {
    const reached = new Set([node]);
    for (const from of reached) {
      for (const one of nodesIn(from)) for (const found of declared.get(nameOf(one) ?? "") ?? []) reached.add(found);
    }
    return [...reached];
  }

  function isAssertion(node: Node): boolean {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
    const { object, property } = node.callee;
    const root = rootOf(object)?.name ?? "";
    const method = property.type === "Identifier" ? property.name : "";
    if (root === "fc") return method === "assert";
    return /^to[A-Z]/.test(method) && (root === "expect" ? object.type !== "Identifier" : isKeptExpect(root));
  }

  /** `const answer = expect(…)`, to which a matcher is added later. */
  function isKeptExpect(name: string): boolean {
    return (declared.get(name) ?? []).some((node) => node.type === "CallExpression" && rootOf(node)?.name === "expect");
  }
}
