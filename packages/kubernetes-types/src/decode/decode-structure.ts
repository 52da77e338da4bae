import type { JsonObject } from "@irsa-sim/core";
import type { GoValue } from "../json/go-value.js";
import { decodeValue, type Reader } from "./decode-value.js";
import type { DecodingError } from "./decoding-error.js";

/** What could be read. */
export interface DecodedStructure {
  /** Without what is not known, and without what is of the wrong kind. */
  readonly object: JsonObject;
  /** The first fault, in Go's words; `null` for none. */
  readonly error: DecodingError | null;
  /** What a strict reader refuses: `unknown field "spec.nope"`. */
  readonly problems: readonly string[];
}

/**
 * Reads a value as a structure; a fault does not keep what stands behind it from being read.
 *
 * @param structure for example `v1.Pod`
 */
export function decodeStructure(value: GoValue, structure: string, reader: Reader): DecodedStructure {
  const problems: string[] = [];
  let first: DecodingError | null = null;
  let ending: DecodingError | null = null;
  const context = {
    ...{ structure: null, path: [], place: "", reader },
    told: (problem: string) => void problems.push(problem),
    failed: (error: DecodingError, isOfOwnReader = false) => {
      first ??= error;
      if (isOfOwnReader) ending ??= error;
    },
  };
  const object = decodeValue(value, { kind: "struct", name: structure }, context) ?? {};
  return { object: object as JsonObject, error: ending ?? first, problems };
}
