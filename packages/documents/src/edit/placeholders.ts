/** Texts that are made of others when they are applied: parts that nobody knows yet are marks while such a text is read and changed, and what they were afterwards. */
import type { Json } from "@irsa-sim/core";

/** No text that people write has these. */
const MARK = /\uE000(\d+)\uE001/g;

/** A text with marks in the place of its expressions. */
export interface MarkedText {
  readonly text: string;
  /** What each mark stands for. */
  readonly expressions: readonly Json[];
}

/** A text in which `${…}` are expressions. */
export function markTemplate(template: string): MarkedText {
  const expressions: string[] = [];
  const text = template.replaceAll(/\$\{[^}]+\}/g, (expression) => markOf(expressions.push(expression) - 1));
  return { text, expressions };
}

/** The text with its expressions again; one that was written since is none. */
export function restoreTemplate(text: string, expressions: readonly Json[]): string {
  return text.replaceAll("${", "${!").replaceAll(MARK, (_, index: string) => String(expressions[Number(index)]));
}

/** Texts and expressions in a row. */
export function markParts(parts: readonly Json[]): MarkedText {
  const expressions: Json[] = [];
  return { text: parts.map((part) => (typeof part === "string" ? part : markOf(expressions.push(part) - 1))).join(""), expressions };
}

/** The row again. */
export function restoreParts(text: string, expressions: readonly Json[]): readonly Json[] {
  return text
    .split(/\uE000(\d+)\uE001/)
    .map((part, index) => (index % 2 === 0 ? part : (expressions[Number(part)] ?? part)))
    .filter((part) => part !== "");
}

/** What a mark stands for, by the same document before and after it was evaluated; the members of both stand in the same order. */
export function valuesOfMarks(marked: Json, evaluated: Json): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const compare = (before: Json, after: Json): void => {
    if (typeof before === "string") {
      if (typeof after === "string") for (const [mark, value] of matchMarks(before, after)) values.set(mark, value);
      return;
    }
    if (typeof before !== "object" || before === null || typeof after !== "object" || after === null) return;
    const others = Object.entries(after);
    for (const [index, [name, value]] of Object.entries(before).entries()) {
      const [otherName, other] = others[index] ?? [];
      if (otherName === undefined || other === undefined) continue;
      compare(name, otherName);
      compare(value as Json, other as Json);
    }
  };
  compare(marked, evaluated);
  return values;
}

function matchMarks(before: string, after: string): readonly (readonly [mark: string, value: string])[] {
  const marks = before.match(MARK) ?? [];
  if (marks.length === 0) return [];
  const literals = before.split(/\uE000\d+\uE001/);
  const values = matchLiterals(literals, after);
  return values === null ? [] : marks.map((mark, index) => [mark, values[index] ?? ""]);
}

/** What stands between literals, each found at the first place behind the one before it; `null` for a text in which they do not stand so. */
function matchLiterals(literals: readonly string[], text: string): readonly string[] | null {
  const [first = "", ...others] = literals;
  if (!text.startsWith(first)) return null;
  const values: string[] = [];
  let at = first.length;
  for (const [index, literal] of others.entries()) {
    const isLast = index === others.length - 1;
    const next = isLast ? text.length - literal.length : text.indexOf(literal, at + 1);
    if (next < at || !text.startsWith(literal, next)) return null;
    values.push(text.slice(at, next));
    at = next + literal.length;
  }
  return values;
}

/** A text with the values of marks in their place. */
export function fillMarks(text: string, values: ReadonlyMap<string, string>): string {
  return text.replaceAll(MARK, (mark) => values.get(mark) ?? mark);
}

/** The mark of an expression. */
function markOf(index: number): string {
  return `\uE000${index}\uE001`;
}
