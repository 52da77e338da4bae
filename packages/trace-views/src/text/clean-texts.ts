import { cleanLine } from "./clean-line.js";

/**
 * A value with every text in it as one clean line, the names of members too: a report as a view may write it, or what was decoded from a message.
 *
 * @example cleanTexts({ sub: "a\u001b[2J" }) // => { sub: "a\\u001b[2J" }
 */
export function cleanTexts<Value>(value: Value): Value {
  return clean(value) as Value;
}

/** What has nothing to clean stays the same object, so that a long report is not held twice. */
function clean(value: unknown): unknown {
  if (typeof value === "string") return cleanLine(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(clean);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const members = Object.entries(value).map(([name, member]) => ({ name, member, cleanName: cleanLine(name), cleanMember: clean(member) }));
  if (members.every(({ name, member, cleanName, cleanMember }) => name === cleanName && member === cleanMember)) return value;
  return Object.fromEntries(members.map(({ cleanName, cleanMember }) => [cleanName, cleanMember]));
}
