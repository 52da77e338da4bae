import { DecodingError } from "../decode/decoding-error.js";
import { findSyntaxError } from "./find-syntax-error.js";
import type { GoValue } from "./go-value.js";

/**
 * Reads JSON as Go does.
 *
 * @throws {DecodingError} in the words of Go's scanner
 */
export function parseGoJson(text: string): GoValue {
  const problem = findSyntaxError(text);
  if (problem !== null) throw new DecodingError(problem);
  return readValue({ text, at: 0 });
}

interface Reader {
  readonly text: string;
  at: number;
}

// The text is known to be well-formed from here on, so what comes next is known by its first character.
const TOKEN = /[ \t\r\n]*([{}[\]:,]|"(?:[^"\\]|\\.)*"|[^ \t\r\n{}[\]:,"]+)/y;

function next(reader: Reader): string {
  TOKEN.lastIndex = reader.at;
  const token = TOKEN.exec(reader.text)?.[1] ?? "";
  reader.at = TOKEN.lastIndex;
  return token;
}

function readValue(reader: Reader, token = next(reader)): GoValue {
  if (token === "{") return readObject(reader);
  if (token === "[") return readArray(reader);
  if (token.startsWith('"')) return { kind: "string", value: readString(token) };
  if (token === "null") return { kind: "null" };
  return token === "true" || token === "false" ? { kind: "bool", value: token === "true" } : { kind: "number", text: token };
}

function readObject(reader: Reader): GoValue {
  const members: (readonly [string, GoValue])[] = [];
  for (let token = next(reader); token !== "}"; token = next(reader)) {
    const key = token === "," ? next(reader) : token;
    next(reader);
    members.push([readString(key), readValue(reader)]);
  }
  return { kind: "object", members };
}

function readArray(reader: Reader): GoValue {
  const items: GoValue[] = [];
  for (let token = next(reader); token !== "]"; token = next(reader)) items.push(token === "," ? readValue(reader) : readValue(reader, token));
  return { kind: "array", items };
}

/** Go replaces what is no character. */
function readString(token: string): string {
  return (JSON.parse(token) as string).replaceAll(/\p{Surrogate}/gu, "\ufffd");
}
