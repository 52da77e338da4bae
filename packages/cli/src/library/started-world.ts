import type { Trace } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { Answer } from "./sdk/sdk-request-handler.js";

/** A world as it is when its first app is about to call AWS. */
export interface StartedWorld {
  readonly world: World;
  readonly trace: Trace;
  /** What was refused on the way there; `null` when all went well. */
  readonly refusal: Refusal | null;
  /** Answers clients that are no actors of the world. */
  readonly answer: Answer;
  /** Where it listens; `null` in memory. */
  readonly sockets: Readonly<Record<string, string>> | null;
  close(): Promise<void>;
}
