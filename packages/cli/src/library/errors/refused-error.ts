import { type Failure, type JsonObject, SimulatorError } from "@irsa-sim/core";

/** Something that a test wanted to do to the world, and was refused there. */
export class RefusedError extends SimulatorError {
  override readonly code = "ERR_LIBRARY_REFUSED";
  /** What was said, what it really was, and what would mend it. */
  readonly failure: Failure;

  constructor(failure: Failure) {
    super([`${failure.code}: ${failure.message}`, ...(failure.because === null ? [] : [failure.because])].join("\n"), hintOf(failure));
    this.failure = failure;
  }

  override toJSON(): JsonObject {
    return { ...super.toJSON(), failure: JSON.parse(JSON.stringify(this.failure)) };
  }
}

function hintOf({ fix }: Failure): { readonly hint?: string } {
  return fix === null ? {} : { hint: fix };
}
