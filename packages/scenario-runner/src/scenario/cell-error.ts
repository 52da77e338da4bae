import { SimulatorError } from "@irsa-sim/core";

/** A scenario with a matrix that was asked for without a cell, or with one that it does not have. */
export class CellError extends SimulatorError {
  override readonly code = "ERR_SCENARIO_CELL";
  /** The cells that there are. */
  readonly cells: readonly string[];

  constructor(scenario: string, { asked, cells }: { readonly asked: string | null; readonly cells: readonly string[] }) {
    const has = cells.length === 0 ? `${scenario} has no matrix` : `${scenario} has ${cells.length} cells`;
    super(asked === null ? `${has}; say which` : `${has}, and none is "${asked}"`, {
      hint: cells.map((cell) => `  ${scenario}[${cell}]`).join("\n"),
    });
    this.cells = cells;
  }
}
