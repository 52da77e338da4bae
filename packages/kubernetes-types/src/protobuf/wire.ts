/** Protobuf's wire format, as far as Kubernetes' messages use it. */
import { DecodingError } from "../decode/decoding-error.js";

/** One field of a message: a number, or bytes that are a string, a message or a packed list. */
export interface WireField {
  readonly number: number;
  readonly value: bigint | Uint8Array;
}

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;
/** Bytes of a 64-bit number in pieces of seven bits. */
const MAX_VARINT_BYTES = 10;

/**
 * Cuts a message into its fields, in the order in which they were written.
 *
 * @throws {DecodingError} for what ends too early or has a kind of field that Kubernetes does not write
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export function* readWireFields(message: Uint8Array): Generator<WireField> {
  const reader = { message, at: 0 };
  while (reader.at < message.length) {
    const tag = Number(readVarint(reader));
    yield { number: Math.floor(tag / 8), value: readValue(reader, tag % 8) };
  }
}

interface Reader {
  readonly message: Uint8Array;
  at: number;
}

function readValue(reader: Reader, type: number): WireField["value"] {
  switch (type) {
    case VARINT:
      return readVarint(reader);
    case LENGTH_DELIMITED:
      return readBytes(reader, Number(readVarint(reader)));
    case FIXED_64:
      return readBytes(reader, 8);
    case FIXED_32:
      return readBytes(reader, 4);
    default:
      throw new DecodingError(`proto: illegal wireType ${type}`);
  }
}

function readVarint(reader: Reader): bigint {
  let value = 0n;
  for (let count = 0; count < MAX_VARINT_BYTES; count += 1) {
    const byte = reader.message[reader.at];
    if (byte === undefined) throw new DecodingError("unexpected EOF");
    reader.at += 1;
    value |= BigInt(byte & 0x7f) << BigInt(7 * count);
    if (byte < 0x80) return BigInt.asUintN(64, value);
  }
  throw new DecodingError("proto: integer overflow");
}

function readBytes(reader: Reader, length: number): Uint8Array {
  const end = reader.at + length;
  if (end > reader.message.length) throw new DecodingError("unexpected EOF");
  const bytes = reader.message.subarray(reader.at, end);
  reader.at = end;
  return bytes;
}
