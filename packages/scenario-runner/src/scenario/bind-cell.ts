/** Puts a cell's values where the files of a scenario say `${matrix.NAME}`, in keys and texts. */
import type { LocatedNode, Member, ObjectNode, Place, ProblemList } from "@irsa-sim/documents";
import type { MatrixCell } from "./matrix-cell.js";

/**
 * The tree with values instead of variables; a text that is nothing but a variable becomes the value itself, a number for example.
 *
 * @param cell `null` for a scenario without a matrix, in which such a variable is a fault
 */
export function bindCell(tree: ObjectNode, cell: MatrixCell | null, problems: ProblemList): ObjectNode {
  return bind(tree, { values: cell?.values ?? {}, problems }) as ObjectNode;
}

interface Binding {
  readonly values: MatrixCell["values"];
  readonly problems: ProblemList;
}

const VARIABLE = /\$\{matrix\.([\w-]+)\}/g;

function bind(node: LocatedNode, binding: Binding): LocatedNode {
  if (node.kind === "scalar")
    return typeof node.value === "string" && node.value.includes("${matrix.") ? { ...node, value: bindText(node.value, node.place, binding) } : node;
  if (node.kind === "list") return { ...node, items: node.items.map((item) => bind(item, binding)) };
  const members = [...node.members].map(([key, { keyPlace, node: value }]): [string, Member] => [
    key.includes("${matrix.") ? String(bindText(key, keyPlace, binding)) : key,
    { keyPlace, node: bind(value, binding) },
  ]);
  return { ...node, members: new Map(members) };
}

function bindText(text: string, place: Place, { values, problems }: Binding): string | number | boolean {
  const whole = /^\$\{matrix\.([\w-]+)\}$/.exec(text)?.[1];
  if (whole !== undefined && Object.hasOwn(values, whole)) return values[whole] ?? text;
  return text.replaceAll(VARIABLE, (reference, name: string) => {
    if (Object.hasOwn(values, name)) return String(values[name]);
    const known = Object.keys(values).map((value) => `\${matrix.${value}}`);
    problems.add(place, { message: `unknown variable ${reference}`, expected: known.length === 0 ? "a matrix that has it" : `one of: ${known.join(", ")}` });
    return reference;
  });
}
