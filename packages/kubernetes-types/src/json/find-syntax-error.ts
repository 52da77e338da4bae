/**
 * Finds what Go's JSON scanner would complain about first.
 *
 * @returns the message, or `null` for well-formed JSON
 * @see webhook.md, section 9.4
 * @example findSyntaxError('{a') // => "invalid character 'a' looking for beginning of object key string"
 */
export function findSyntaxError(text: string): string | null {
  const scanner = { text, at: 0 };
  return scanValue(scanner) ?? (peek(scanner) === undefined ? null : unexpected(scanner, "after top-level value"));
}

interface Scanner {
  readonly text: string;
  at: number;
}

function scanValue(scanner: Scanner): string | null {
  const character = peek(scanner);
  if (character === "{") return scanObject(scanner);
  if (character === "[") return scanArray(scanner);
  if (character === '"') return scanString(scanner);
  if (character !== undefined && /[-\d]/.test(character)) return scanNumber(scanner);
  const literal = ["true", "false", "null"].find((word) => word[0] === character);
  return literal === undefined ? unexpected(scanner, "looking for beginning of value") : scanLiteral(scanner, literal);
}

function scanObject(scanner: Scanner): string | null {
  if (take(scanner, "{") && take(scanner, "}")) return null;
  do {
    if (peek(scanner) !== '"') return unexpected(scanner, "looking for beginning of object key string");
    const problem = scanString(scanner) ?? (take(scanner, ":") ? scanValue(scanner) : unexpected(scanner, "after object key"));
    if (problem !== null) return problem;
  } while (take(scanner, ","));
  return take(scanner, "}") ? null : unexpected(scanner, "after object key:value pair");
}

function scanArray(scanner: Scanner): string | null {
  if (take(scanner, "[") && take(scanner, "]")) return null;
  do {
    const problem = scanValue(scanner);
    if (problem !== null) return problem;
  } while (take(scanner, ","));
  return take(scanner, "]") ? null : unexpected(scanner, "after array element");
}

function scanString(scanner: Scanner): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what ends a string's plain part
  advance(scanner, /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[\da-fA-F]{4})*/y);
  if (scanner.text[scanner.at] === '"') {
    scanner.at += 1;
    return null;
  }
  if (scanner.text[scanner.at] !== "\\") return unexpected(scanner, "in string literal");
  scanner.at += 1;
  if (scanner.text[scanner.at] !== "u") return unfinished(scanner, "in string escape code");
  advance(scanner, /u[\da-fA-F]{0,3}/y);
  return unfinished(scanner, "in \\u hexadecimal character escape");
}

function scanNumber(scanner: Scanner): string | null {
  advance(scanner, /-?/y);
  if (!advance(scanner, /0|[1-9]\d*/y)) return unfinished(scanner, "in numeric literal");
  if (advance(scanner, /\./y) && !advance(scanner, /\d+/y)) return unfinished(scanner, "after decimal point in numeric literal");
  return advance(scanner, /[eE][+-]?/y) && !advance(scanner, /\d+/y) ? unfinished(scanner, "in exponent of numeric literal") : null;
}

function scanLiteral(scanner: Scanner, literal: string): string | null {
  for (const character of literal) {
    if (scanner.text[scanner.at] !== character) return unfinished(scanner, `in literal ${literal} (expecting '${character}')`);
    scanner.at += 1;
  }
  return null;
}

/** The next character that is no blank. */
function peek(scanner: Scanner): string | undefined {
  advance(scanner, /[ \t\r\n]*/y);
  return scanner.text[scanner.at];
}

function take(scanner: Scanner, character: string): boolean {
  if (peek(scanner) !== character) return false;
  scanner.at += 1;
  return true;
}

/** Moves over what the sticky pattern matches; whether that is anything. */
function advance(scanner: Scanner, pattern: RegExp): boolean {
  pattern.lastIndex = scanner.at;
  const length = pattern.exec(scanner.text)?.[0].length ?? 0;
  scanner.at += length;
  return length > 0;
}

/** Within a word the end counts as a blank. */
function unfinished(scanner: Scanner, where: string): string {
  return scanner.at >= scanner.text.length ? `invalid character ' ' ${where}` : unexpected(scanner, where);
}

function unexpected({ text, at }: Scanner, where: string): string {
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? "unexpected end of JSON input" : `invalid character ${quote(codePoint)} ${where}`;
}

/** Go looks at bytes: of a character beyond ASCII it names the first. */
function quote(codePoint: number): string {
  const byte = new TextEncoder().encode(String.fromCodePoint(codePoint))[0] ?? 0;
  const character = String.fromCharCode(byte);
  if (character === "'") return "'\\''";
  return `'${byte < 0x20 ? escapeControl(byte, character) : character.replace("\\", "\\\\")}'`;
}

function escapeControl(byte: number, character: string): string {
  const short = { "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\u0007": "\\a", "\u000b": "\\v" }[character];
  return short ?? `\\x${byte.toString(16).padStart(2, "0")}`;
}
