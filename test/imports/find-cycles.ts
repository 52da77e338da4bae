/** Files by name, each with those that it imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

interface Search {
  readonly graph: ImportGraph;
  /** Each file's turn, and the earliest turn that it leads back to. */
  readonly turns: Map<string, number>;
  readonly earliest: Map<string, number>;
  /** Files that may still turn out to be part of a cycle. */
  readonly open: string[];
  readonly cycles: (readonly string[])[];
}

/**
 * The knots of a graph: files that all lead to each other, or one that imports itself.
 *
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function findCycles(graph: ImportGraph): readonly (readonly string[])[] {
  const search: Search = { graph, turns: new Map(), earliest: new Map(), open: [], cycles: [] };
  for (const file of graph.keys()) if (!search.turns.has(file)) visit(file, search);
  return search.cycles;
}

function visit(file: string, search: Search): void {
  const { graph, turns, earliest, open, cycles } = search;
  const turn = turns.size;
  turns.set(file, turn);
  earliest.set(file, turn);
  open.push(file);
  const reach = (other: number): void => {
    earliest.set(file, Math.min(earliest.get(file) ?? turn, other));
  };
  for (const next of graph.get(file) ?? []) {
    if (!turns.has(next)) {
      visit(next, search);
      reach(earliest.get(next) ?? turn);
    } else if (open.includes(next)) reach(turns.get(next) ?? turn);
  }
  if (earliest.get(file) !== turn) return;
  const knot = open.splice(open.indexOf(file));
  if (knot.length > 1 || graph.get(file)?.includes(file)) cycles.push(knot);
}
