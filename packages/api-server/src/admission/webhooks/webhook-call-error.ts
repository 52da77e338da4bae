import type { NetworkError } from "@irsa-sim/core";

/** A call that failed, as against an answer that said no; the message is the cause that Kubernetes reports. */
export class WebhookCallError extends Error {
  override readonly cause: NetworkError | undefined;

  constructor(message: string, cause?: NetworkError) {
    super(message);
    this.cause = cause;
  }
}
