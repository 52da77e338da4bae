import { SimulatorError } from "@irsa-sim/core";

/** A real API server that cannot be reached, or did not do what it was asked. */
export class ApiError extends SimulatorError {
  override readonly code = "ERR_CLI_API_SERVER";
  /** HTTP's; `null` when no answer came. */
  readonly status: number | null;

  constructor({ message, status = null, hint }: { readonly message: string; readonly status?: number | null; readonly hint: string }) {
    super(message, { hint });
    this.status = status;
  }
}
