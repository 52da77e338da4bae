/**
 * A JSON pointer one step further down (RFC 6901).
 *
 * @example jsonPointer("/Statement/0/Condition", "StringEquals", "example.com/id/1:sub") // => "/Statement/0/Condition/StringEquals/example.com~1id~11:sub"
 */
export function jsonPointer(parent: string, ...keys: readonly (string | number)[]): string {
  return [parent, ...keys.map((key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}
