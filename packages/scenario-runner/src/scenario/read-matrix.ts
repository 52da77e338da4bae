/** The cells of a matrix: every combination of its values, without those that are excluded, and with those that are included. */

import { checkTree, type LocatedNode, memberOf, type ObjectNode, type ProblemList } from "@irsa-sim/documents";
import { isName, type MatrixCell, type MatrixValue } from "./matrix-cell.js";
import { matrixSchema } from "./schema/matrix-schema.js";

/** More than this is a mistake. */
const MAX_CELLS = 200;

/** What stands beside the names. */
const OWN_KEYS = ["exclude", "include"];

/** Reads a matrix; no cells when it has faults, which are then in `problems`. */
export function readMatrix(matrix: ObjectNode, problems: ProblemList): readonly MatrixCell[] {
  if (checkTree(matrix, matrixSchema, problems) === null) return [];
  const named = [...matrix.members].filter(([name]) => !OWN_KEYS.includes(name));
  for (const [name, { keyPlace }] of named)
    if (!isName(name)) problems.add(keyPlace, { message: `"${name}" is not a name`, expected: "letters, digits, - and _, a letter first" });
  for (const [name, { node }] of named) refuseRepeated(name, itemsOf(node), problems);
  const lists = named.map(([name, { node }]) => [name, itemsOf(node).map(scalarOf)] as const);
  const size = lists.reduce((count, [, values]) => count * values.length, lists.length === 0 ? 0 : 1);
  if (size > MAX_CELLS) return tooLarge(matrix, size, problems);
  const combined = lists.length === 0 ? [] : lists.reduce<readonly MatrixCell[]>((cells, [name, values]) => combine(cells, name, values), [EMPTY]);
  const excluded = itemsOf(memberOf(matrix, "exclude")).map(valuesOf);
  const kept = combined.filter(({ values }) => !excluded.some((pattern) => Object.entries(pattern).every(([name, value]) => values[name] === value)));
  const names = named.map(([name]) => name);
  let cells: readonly MatrixCell[] = kept;
  for (const entry of itemsOf(memberOf(matrix, "include"))) {
    cells = include(cells, entry, { names, problems });
    if (cells.length > MAX_CELLS) return tooLarge(entry, cells.length, problems);
  }
  return cells;
}

/** Two cells of one name could not be told apart; the first value that comes again is told. */
function refuseRepeated(name: string, items: readonly LocatedNode[], problems: ProblemList): void {
  const seen = new Set<string>();
  for (const item of items) {
    const value = String(scalarOf(item));
    if (seen.has(value)) {
      problems.add(item.place, { message: `${value} stands twice in ${name}`, expected: "each value once" });
      return;
    }
    seen.add(value);
  }
}

/** Told where the limit is passed; what stands behind it is not looked at. */
function tooLarge({ place }: LocatedNode, size: number, problems: ProblemList): readonly MatrixCell[] {
  problems.add(place, { message: "the matrix is too large", expected: `at most ${MAX_CELLS} cells`, actual: String(size) });
  return [];
}

const EMPTY: MatrixCell = { name: "", values: {}, expect: null };

function combine(cells: readonly MatrixCell[], name: string, values: readonly MatrixValue[]): readonly MatrixCell[] {
  return cells.flatMap((cell) =>
    values.map((value) => ({ ...cell, name: labelOf({ ...cell.values, [name]: value }), values: { ...cell.values, [name]: value } })),
  );
}

function include(
  cells: readonly MatrixCell[],
  entry: LocatedNode,
  { names, problems }: { readonly names: readonly string[]; readonly problems: ProblemList },
): readonly MatrixCell[] {
  const values = valuesOf(entry);
  const expect = memberOf(entry, "expect");
  const asked = Object.entries(values).filter(([name]) => names.includes(name));
  const isMeant = (cell: MatrixCell): boolean => asked.length > 0 && asked.every(([name, value]) => cell.values[name] === value);
  if (cells.some(isMeant))
    return cells.map((cell) => (isMeant(cell) ? { ...cell, values: { ...cell.values, ...values }, expect: expect ?? cell.expect } : cell));
  const missing = names.filter((name) => !(name in values));
  if (missing.length > 0 || Object.keys(values).length === 0) {
    problems.add(entry.place, { message: "no cell has these values, and they are too few for a cell of their own", expected: `also: ${missing.join(", ")}` });
    return cells;
  }
  const own = names.length === 0 ? values : Object.fromEntries(names.map((name) => [name, values[name] as MatrixValue]));
  return [...cells, { name: labelOf(own), values, expect }];
}

function labelOf(values: Readonly<Record<string, MatrixValue>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
}

function itemsOf(node: LocatedNode | null): readonly LocatedNode[] {
  return node?.kind === "list" ? node.items : [];
}

function scalarOf(node: LocatedNode): MatrixValue {
  if (node.kind !== "scalar" || node.value === null) throw new Error("the schema let a value of a matrix through that is none");
  return node.value;
}

function valuesOf(node: LocatedNode): Readonly<Record<string, MatrixValue>> {
  if (node.kind !== "object") return {};
  return Object.fromEntries([...node.members].filter(([name]) => name !== "expect").map(([name, member]) => [name, scalarOf(member.node)]));
}
