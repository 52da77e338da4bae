import type { Span } from "@irsa-sim/core";

/** Fetches an image with the node's own credentials; a text is the registry's refusal. A container's identity does not exist yet. */
export type PullImage = (image: string, span: Span) => Promise<string | null>;

/** Why a container does not run, as `kubectl describe pod` shows it. */
export interface WaitingReason {
  readonly reason: "ErrImagePull" | "ImagePullBackOff" | "CreateContainerConfigError";
  readonly message: string;
}
