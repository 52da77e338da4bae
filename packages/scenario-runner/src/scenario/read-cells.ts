import { describeNode, type LocatedNode, type ProblemList, withMember } from "@irsa-sim/documents";
import { bindCell } from "./bind-cell.js";
import { createScenarioProblems } from "./create-scenario-problems.js";
import type { MatrixCell } from "./matrix-cell.js";
import type { ChainLink } from "./read-chain.js";
import { readMatrix } from "./read-matrix.js";

/** Each cell is read for itself. */
const MAX_VALUES = 400_000;

/** A scenario and its bases as they are in one cell; `cell` is `null` when there is no matrix. */
export interface BoundChain {
  readonly cell: MatrixCell | null;
  readonly chain: readonly ChainLink[];
}

/** The chain once for each cell of its matrix: the scenario's own, or else its base's; `null` takes a base's away. */
export function readCells(chain: readonly ChainLink[], problems: ProblemList): readonly BoundChain[] {
  const index = chain.findIndex(({ tree }) => tree.members.has("matrix"));
  const matrix = chain[index]?.tree.members.get("matrix")?.node ?? null;
  const cells = matrix === null ? [] : cellsOf(matrix, chain, problems);
  if (cells.length === 0) {
    // What a matrix with faults would have given is not missed too.
    const found = matrix === null || isNull(matrix) ? problems : createScenarioProblems();
    return [{ cell: null, chain: chain.map((link) => bindLink(link, null, found)) }];
  }
  return cells.map((cell) => ({ cell, chain: chain.map((link, position) => bindLink(position === index ? withExpect(link, cell) : link, cell, problems)) }));
}

function cellsOf(matrix: LocatedNode, chain: readonly ChainLink[], problems: ProblemList): readonly MatrixCell[] {
  if (matrix.kind === "object") {
    const cells = readMatrix(matrix, problems);
    const values = cells.length * chain.reduce((sum, { tree }) => sum + countValues(tree), 0);
    if (values <= MAX_VALUES) return cells;
    problems.add(matrix.place, {
      message: "the matrix is too large for so long a scenario",
      expected: `at most ${MAX_VALUES} values in all cells`,
      actual: String(values),
    });
    return [];
  }
  if (!isNull(matrix))
    problems.add(matrix.place, { message: "matrix is not an object", expected: "names, each with a list of values", actual: describeNode(matrix) });
  return [];
}

function countValues(node: LocatedNode): number {
  if (node.kind === "scalar") return 1;
  const children = node.kind === "list" ? node.items : [...node.members.values()].map((member) => member.node);
  return children.reduce((sum, child) => sum + countValues(child), 1);
}

function isNull(node: LocatedNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function withExpect({ folder, tree }: ChainLink, { expect }: MatrixCell): ChainLink {
  return { folder, tree: expect === null ? tree : withMember(tree, "expect", { keyPlace: expect.place, node: expect }) };
}

function bindLink({ folder, tree }: ChainLink, cell: MatrixCell | null, problems: ProblemList): ChainLink {
  return { folder, tree: bindCell(withMember(tree, "matrix", null), cell, problems) };
}
