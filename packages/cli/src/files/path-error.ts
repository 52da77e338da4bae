import { SimulatorError } from "@irsa-sim/core";

/** A path that cannot be written, or a folder that cannot be listed. */
export class PathError extends SimulatorError {
  override readonly code = "ERR_CLI_PATH";

  constructor({ path, expected, actual }: { readonly path: string; readonly expected: string; readonly actual: string }) {
    super(`${path}: cannot be used\n  expected  ${expected}\n  found     ${actual}`);
  }
}
