/**
 * A value of a report with `LINE` and `COLUMN` in the place of every line and column of a file, so that a comment in a scenario changes no golden file.
 *
 * @example withoutLineNumbers("basic/pod.yaml:7: put it there") // => "basic/pod.yaml:LINE: put it there"
 */
export function withoutLineNumbers<Value>(value: Value): Value {
  return replaced(value) as Value;
}

function replaced(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/(?<=\.(?:yaml|json)):\d+/g, ":LINE");
  if (Array.isArray(value)) return value.map(replaced);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, replaced(member)]);
  return { ...Object.fromEntries(entries), ...("line" in value && { line: "LINE" }), ...("column" in value && { column: "COLUMN" }) };
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
