import { parseSync } from "rolldown/utils";
import { declarationsIn } from "./declarations.js";
import type { FoundTest } from "./found-test.js";
import { readRunnerCall } from "./read-runner-call.js";
import { childrenOf, isFunction, type Node, nodesIn, stringOf } from "./syntax.js";

/**
 * Finds the tests of a file by reading it, so that it costs milliseconds.
 *
 * It knows what stands in the text: a title, a table and a function of another file that are computed or imported it cannot look into.
 *
 * @example testsOfFile('test("adds", () => expect(1 + 1).toBe(2));')[0]?.asserts() // => true
 */
export function testsOfFile(source: string): readonly FoundTest[] {
  const { program, errors } = parseSync("file.test.ts", source);
  if (errors[0] !== undefined) throw new Error(errors[0].message);
  const declarations = declarationsIn(program);
  return collect(program, { titles: [], rows: [], hasComputedRows: false, isSkipped: false });

  function collect(node: Node, around: Around): readonly FoundTest[] {
    const call = readRunnerCall(node);
    if (call === null) return childrenOf(node).flatMap((child) => collect(child, around));
    const { runner, modifiers, table, title, body } = call;
    const rows = table === null ? [] : membersOf(declarations.named(table).flatMap((one) => nodesIn(one, isFunction)));
    const inside: Around = {
      titles: [...around.titles, stringOf(title, source) ?? ""],
      rows: [...around.rows, ...rows],
      hasComputedRows: around.hasComputedRows || (table !== null && rows.length === 0),
      isSkipped: around.isSkipped || modifiers.includes("skip") || modifiers.includes("todo"),
    };
    return runner === "describe" ? collect(body, inside) : [{ ...inside, ...read(body) }];
  }

  function read(body: Node): Pick<FoundTest, "asserts" | "says"> {
    const nodes = () => declarations.called(body).flatMap((node) => nodesIn(node));
    return {
      asserts: () => nodes().some(declarations.isAssertion),
      says: (words) =>
        nodes().some((node) => ` ${stringOf(node, source)} `.includes(` ${words} `)) ||
        membersOf(declarations.named(body).flatMap((node) => nodesIn(node))).some((text) => text.includes(words)),
    };
  }

  /** Elements of lists and members of objects, as written. */
  function membersOf(nodes: readonly Node[]): readonly string[] {
    const members = nodes.flatMap((node): readonly Node[] => {
      if (node.type === "ArrayExpression") return node.elements.filter((element) => element !== null);
      return node.type === "ObjectExpression" ? node.properties : [];
    });
    return members.map(({ start, end }) => source.slice(start, end));
  }
}

type Around = Pick<FoundTest, "titles" | "rows" | "hasComputedRows" | "isSkipped">;
