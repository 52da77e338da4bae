import { SimulatorError } from "@irsa-sim/core";

/** A refusal that cannot be explained, since the call that met it is no longer kept. */
export class WindowError extends SimulatorError {
  override readonly code = "ERR_RUN_WINDOW";

  constructor(told: string) {
    super(`too little of the trace is kept to say why a call was refused: ${told}`, { hint: "--trace all keeps everything, --trace window=N so many events" });
  }
}
