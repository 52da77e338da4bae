import type { Span } from "@irsa-sim/core";
import type { ObjectCache } from "../../objects/object-cache.js";
import type { Pod } from "../../pod.js";
import type { TokenManager } from "../../token-manager/token-manager.js";

/** One file that a source gives. */
export interface SourceFile {
  readonly path: string;
  readonly content: Uint8Array;
  /** `null` for the volume's `defaultMode`. */
  readonly mode: number | null;
  /** Tokens have modes and owners of their own. */
  readonly isToken: boolean;
}

/** What a source reads from. */
export interface SourceContext {
  readonly pod: Pod;
  readonly tokens: TokenManager;
  readonly objects: ObjectCache;
  readonly span: Span;
  /** Whether the volume is part of the flow, and not the pod's access to the API server. */
  readonly inFlow: boolean;
}
