/**
 * Whether a `Content-Type` is one that Go can read.
 *
 * @see https://pkg.go.dev/mime#ParseMediaType
 */

/** As RFC 2045 spells names, but for Go's own choice of characters. */
const TOKEN = /^[!#$%&'*+\-.0-9A-Z^_`a-z|~{}]+/;
const QUOTED = /^"((?:[^"\\\r\n]|\\[^\r\n])*)"/;
const BLANKS = /^[ \t\r\n\v\f\u0085\u00a0]+/;

/** The type in lower case; `null` when it cannot be read, or one of its parameters stands twice with different values. */
export function parseMediaType(header: string): string | null {
  const [written = ""] = header.split(";");
  const type = written.trim().toLowerCase();
  if (!isType(type)) return null;
  const parameters = new Map<string, string>();
  let rest = header.slice(written.length);
  while (withoutBlanks(rest) !== "") {
    const parameter = readParameter(rest);
    // A semicolon at the end is passed over.
    if (parameter === null) return rest.trim() === ";" ? type : null;
    const { name, value } = parameter;
    if ((parameters.get(name) ?? value) !== value) return null;
    parameters.set(name, value);
    rest = parameter.rest;
  }
  return type;
}

function isType(type: string): boolean {
  const [first, second, ...more] = type.split("/");
  return isToken(first ?? "") && (second === undefined || isToken(second)) && more.length === 0;
}

function isToken(text: string): boolean {
  return TOKEN.exec(text)?.[0] === text && text !== "";
}

function readParameter(text: string): { readonly name: string; readonly value: string; readonly rest: string } | null {
  const behind = withoutBlanks(text);
  if (!behind.startsWith(";")) return null;
  const named = withoutBlanks(behind.slice(1));
  const [name] = TOKEN.exec(named) ?? [];
  const equals = name === undefined ? "" : withoutBlanks(named.slice(name.length));
  if (name === undefined || !equals.startsWith("=")) return null;
  const valued = withoutBlanks(equals.slice(1));
  const [whole, quoted] = QUOTED.exec(valued) ?? TOKEN.exec(valued) ?? [];
  if (whole === undefined) return null;
  return { name: name.toLowerCase(), value: quoted ?? whole, rest: valued.slice(whole.length) };
}

function withoutBlanks(text: string): string {
  return text.replace(BLANKS, "");
}
