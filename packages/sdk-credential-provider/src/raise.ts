import type { SdkChain } from "./chains/chain.js";
import type { CalledOperation, FailurePlace } from "./chains/sdk-texts.js";
import type { LoadError } from "./load-error.js";
import type { SdkError } from "./sdk-client.js";

/** How far a client had come. */
export interface Raised {
  readonly place: FailurePlace;
  readonly called: CalledOperation;
  readonly exhaustedRounds?: number | null;
  readonly access?: number;
}

/** The error as this SDK's program sees it. */
export function raise({ texts }: SdkChain, error: LoadError, { place, called, exhaustedRounds = null, access = 1 }: Raised): SdkError {
  const { code, wire, details } = error;
  if (details?.isOfSimulator === true) return { code, message: error.message, wire };
  const failure = { ...error, place: details?.isOfSettings === true ? ("settings" as const) : place, called, exhaustedRounds, access };
  const type = texts.typeOf?.(failure);
  return { code, ...(type === undefined ? {} : { type }), message: texts.thrown?.(failure) ?? error.message, wire };
}
