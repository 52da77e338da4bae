import fc from "fast-check";

/** What acts on a terminal or a CI system, or what readers of reports take for their own syntax. */
const NASTY = [
  "\n::error file=app.js,line=1::pwned",
  "\r\n::stop-commands::pause",
  "  ::add-mask::e",
  "##[group]x ##vso[task.complete]",
  "%0A::error::x",
  "\u001B[2J\u001B]0;owned\u0007",
  "\u001BP1$q\u001B\\\u001Bc",
  "\u009B31m\u009D0;x\u009C",
  "\u202Eevil\u2066\u200B\u2028\u2029\uFEFF",
  "\u{E0001}\u{E0041}",
  "\uD800",
  "a|b\\|c`d`<b>&amp;[x](http://e)",
  "]]> --> <!-- ?>",
  "# SKIP - \\",
  "\t\0\b\u007F\uFFFE\uFFFF",
  ",:;=",
];

/** Any text, and often a nasty one. */
export const hostileText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 3 }).map((parts) => parts.join("")),
);

/** Members whose values the types close; everything else a file or a message may have said. */
const CLOSED = [
  "schema",
  "step",
  "outcome",
  "network",
  "keys",
  "kind",
  "events",
  "actor",
  "to",
  "steps",
  "inBase",
  "here",
  "method",
  "url",
  "body",
  "operator",
  "alg",
];

/** `value` with each open text in it replaced by one of `texts`, in turn. */
export function withTexts<Value>(value: Value, texts: readonly string[]): Value {
  let next = 0;
  const replaced = (one: unknown): unknown => {
    if (typeof one === "string") return texts[next++ % texts.length];
    if (Array.isArray(one)) return one.map(replaced);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, CLOSED.includes(name) ? member : replaced(member)]));
  };
  return replaced(value) as Value;
}

/** What no view may hold, beside line breaks and its palette's colours. */
export const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
