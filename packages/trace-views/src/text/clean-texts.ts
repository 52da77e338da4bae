import { cleanLine } from "./clean-line.js";

/**
 * A value with every text in it as one clean line, the names of members too: a report as a view may write it, or what was decoded from a message.
 *
 * @example cleanTexts({ sub: "a\u001b[2J" }) // => { sub: "a\\u001b[2J" }
 */
export function cleanTexts<Value>(value: Value): Value {
  return clean(value) as Value;
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return cleanLine(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [cleanLine(name), clean(member)]));
}
