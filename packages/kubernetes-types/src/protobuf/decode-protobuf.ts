import type { JsonObject } from "@irsa-sim/core";
import { DecodingError } from "../decode/decoding-error.js";
import { encodeObject } from "../encode/encode-object.js";
import { isStructure } from "../structures/members-of.js";
import { decodeMessage } from "./decode-message.js";
import { readWireFields } from "./wire.js";

/** With what every body begins, so that it is taken for nothing else. */
const MAGIC = [0x6b, 0x38, 0x73, 0x00] as const;
const TYPE_META = 1;
const RAW = 2;

/**
 * Reads an object from a body of the media type `application/vnd.kubernetes.protobuf`, with the members that JSON would have.
 *
 * @returns the object; only what it says that it is, for a kind that has no structure here
 * @throws {DecodingError} for what does not begin as such bodies do, or breaks off
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#protobuf-encoding
 * @example
 * decodeProtobuf(body); // { kind: "ServiceAccount", apiVersion: "v1", metadata: { name: "web", creationTimestamp: null } }
 */
export function decodeProtobuf(body: Uint8Array): JsonObject {
  if (MAGIC.some((byte, index) => body[index] !== byte))
    throw new DecodingError("provided data does not appear to be a protobuf message, expected prefix 6b 38 73 00");
  const parts = new Map([...readWireFields(body.subarray(MAGIC.length))].map(({ number, value }) => [number, value]));
  const typeMeta = decodeTypeMeta(asMessage(parts.get(TYPE_META)));
  const structure = `v1.${typeMeta.kind}`;
  if (!isStructure(structure)) return typeMeta;
  return { ...encodeObject(structure, decodeMessage(asMessage(parts.get(RAW)), structure)), ...typeMeta };
}

function decodeTypeMeta(message: Uint8Array): { readonly apiVersion: string; readonly kind: string } {
  const [apiVersion = "", kind = ""] = [1, 2].map((wanted) => {
    const value = [...readWireFields(message)].findLast(({ number }) => number === wanted)?.value;
    return new TextDecoder().decode(asMessage(value));
  });
  return { apiVersion, kind };
}

function asMessage(value: bigint | Uint8Array | undefined): Uint8Array {
  if (typeof value === "bigint") throw new DecodingError("proto: wrong wireType 0");
  return value ?? new Uint8Array();
}
