/**
 * Faults of input and use. What an imitated service says to its callers is not an error of this kind: that is a response.
 * Leaves out: programmer errors, which stay plain `Error`.
 */
import type { JsonObject } from "../json/json.js";

/** The base of every coded error; `code` is stable and unique within the product. */
export abstract class SimulatorError extends Error {
  abstract readonly code: string;
  /** What to do about it, where that is known. */
  readonly hint: string | null;

  constructor(message: string, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.hint = options.hint ?? null;
  }

  /** The error as data, for `--json`. */
  toJSON(): JsonObject {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}
