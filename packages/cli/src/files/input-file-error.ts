import { SimulatorError } from "@irsa-sim/core";

/** A file that is there and is not read: it is too large, no regular file, outside of the scenario's folder, or forbidden. */
export class InputFileError extends SimulatorError {
  override readonly code = "ERR_CLI_INPUT_FILE";
  readonly path: string;
  readonly expected: string;
  readonly actual: string;

  constructor({ path, expected, actual }: { readonly path: string; readonly expected: string; readonly actual: string }) {
    super(`${path}: cannot be read\n  expected  ${expected}\n  found     ${actual}`);
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }
}
