import type { JsonObject } from "@irsa-sim/core";
import type { GoValue } from "../json/go-value.js";
import { writtenQuantity } from "../quantity/written-quantity.js";
import { memberNamed } from "../structures/members-of.js";
import { decodeStructure } from "./decode-structure.js";

/**
 * Reads a structure as Go's standard decoder does: keys in any case, what is not known is dropped, quantities as they are written.
 *
 * @param structure for example `v1.Pod`
 * @param isKnown whether a member, such as `v1.Container` and `restartPolicy`, stands in the types of the program that reads; all do when absent
 * @throws {DecodingError} in Go's words
 * @see https://pkg.go.dev/encoding/json#Unmarshal
 */
export function decodeInAnyCase(value: GoValue, structure: string, isKnown: (structure: string, key: string) => boolean = () => true): JsonObject {
  const memberOf = (name: string, key: string) => {
    const member = memberNamed(name, key, true);
    return member !== undefined && isKnown(name, member.key) ? member : undefined;
  };
  const { object, error } = decodeStructure(value, structure, { memberOf, quantity: writtenQuantity });
  if (error !== null) throw error;
  return object;
}
