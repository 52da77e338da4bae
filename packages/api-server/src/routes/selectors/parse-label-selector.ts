/**
 * Label selectors as kubectl's `-l` and the query's `labelSelector` have them: `app=web,tier in (a,b),!old`.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/labels#Parse
 */
import { goQuoted } from "@irsa-sim/kubernetes-types";
import { labelValue, qualifiedName } from "../../admission/validation/formats/labels.js";
import { REFUSALS } from "../../kubernetes-status.js";
import type { StoredObject } from "../../storage/kubernetes-object.js";
import { labelTokens, type Token } from "./label-tokens.js";
import { type LabelRequirement, meetsRequirement } from "./meets-requirement.js";

/**
 * Reads a label selector.
 *
 * @returns whether an object is selected
 * @throws {KubernetesStatus} 400 in the server's words
 */
export function parseLabelSelector(selector: string): (object: StoredObject) => boolean {
  const requirements = readRequirements({ tokens: labelTokens(selector), at: 0 });
  return ({ metadata }) => requirements.every((requirement) => meetsRequirement(requirement, metadata.labels ?? {}));
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const END: Token = { kind: "end", text: "" };

function peek({ tokens, at }: Reader): Token {
  return tokens[at] ?? END;
}

function take(reader: Reader): Token {
  const token = peek(reader);
  reader.at += 1;
  return token;
}

/** Where a value can stand, `in` and `notin` are ones. */
function isWord({ kind }: Token): boolean {
  return kind === "word" || kind === "in" || kind === "notin";
}

function begins(token: Token): boolean {
  return isWord(token) || token.kind === "!";
}

function readRequirements(reader: Reader): readonly LabelRequirement[] {
  const requirements: LabelRequirement[] = [];
  if (peek(reader).kind === "end") return requirements;
  if (!begins(peek(reader))) throw refuse(`found '${peek(reader).text}', expected: !, identifier, or 'end of string'`);
  while (true) {
    requirements.push(readRequirement(reader));
    const separator = take(reader);
    if (separator.kind === "end") return requirements;
    if (separator.kind !== ",") throw refuse(`found '${separator.text}', expected: ',' or 'end of string'`);
    if (!begins(peek(reader))) throw refuse(`found '${peek(reader).text}', expected: identifier after ','`);
  }
}

function readRequirement(reader: Reader): LabelRequirement {
  const isAbsent = peek(reader).kind === "!";
  if (isAbsent) take(reader);
  const word = take(reader);
  if (!isWord(word)) throw unreadable(`found '${word.text}', expected: identifier`);
  const problems = qualifiedName(word.text);
  if (problems.length > 0) throw unreadable(`<nil>: Invalid value: ${goQuoted(word.text)}: ${problems.join("; ")}`);
  const { kind } = peek(reader);
  if (isAbsent) return { key: word.text, operator: "!", values: [] };
  if (kind === "end" || kind === ",") return { key: word.text, operator: "exists", values: [] };
  return checked({ key: word.text, ...readCondition(reader) });
}

function readCondition(reader: Reader): Omit<LabelRequirement, "key"> {
  const { kind, text } = take(reader);
  switch (kind) {
    case "in":
    case "notin":
      return { operator: kind, values: readValues(reader) };
    case "=":
    case "==":
      return { operator: "in", values: [readValue(reader)] };
    case "!=":
      return { operator: "notin", values: [readValue(reader)] };
    case ">":
    case "<":
      return { operator: kind, values: [readValue(reader)] };
    default:
      throw unreadable(`found '${text}', expected: in, notin, =, ==, !=, gt, lt`);
  }
}

function readValue(reader: Reader): string {
  const { kind } = peek(reader);
  if (kind === "end" || kind === ",") return "";
  const token = take(reader);
  if (!isWord(token)) throw unreadable(`found '${token.text}', expected: identifier`);
  return token.text;
}

/** Values in brackets; between two commas stands an empty one. */
function readValues(reader: Reader): readonly string[] {
  const open = take(reader);
  if (open.kind !== "(") throw unreadable(`found '${open.text}' expected: '('`);
  const first = peek(reader);
  if (first.kind === ")") {
    take(reader);
    return [""];
  }
  if (!isWord(first) && first.kind !== ",") throw unreadable(`found '${first.text}', expected: ',', ')' or identifier`);
  const values = new Set<string>();
  while (readListed(reader, values));
  take(reader);
  return [...values].sort();
}

/** @returns whether the list goes on */
function readListed(reader: Reader, values: Set<string>): boolean {
  const token = take(reader);
  if (isWord(token)) {
    values.add(token.text);
    const next = peek(reader);
    if (next.kind !== "," && next.kind !== ")") throw unreadable(`found '${next.text}', expected: ',' or ')'`);
    return next.kind === ",";
  }
  if (token.kind !== ",") throw unreadable(`found '${token.text}', expected: ',', or identifier`);
  const next = peek(reader);
  if (values.size === 0 || next.kind === "," || next.kind === ")") values.add("");
  return next.kind !== ")";
}

function checked(requirement: LabelRequirement): LabelRequirement {
  const { key, operator, values } = requirement;
  const isCompared = operator === ">" || operator === "<";
  const numbers = values.filter((value) => isCompared && !/^[+-]?\d+$/.test(value));
  const problems = [
    ...numbers.map((value) => `values[${values.indexOf(value)}]: Invalid value: ${goQuoted(value)}: for 'Gt', 'Lt' operators, the value must be an integer`),
    ...values.flatMap((value, index) => {
      const found = labelValue(value);
      return found.length === 0 ? [] : [`values[${index}][${key}]: Invalid value: ${goQuoted(value)}: ${found.join("; ")}`];
    }),
  ];
  if (problems.length > 0) throw unreadable(problems.length === 1 ? String(problems[0]) : `[${problems.join(", ")}]`);
  return requirement;
}

function refuse(why: string) {
  return REFUSALS.badRequest(why);
}

function unreadable(why: string) {
  return REFUSALS.badRequest(`unable to parse requirement: ${why}`);
}
