/** Expressions of a configuration as far as the file itself says what they come to; everything else is an unknown by the name of the expression. */
import { scalarAt } from "../../../../tree/build-node.js";
import { type LocatedNode, type Member, memberOf, type ObjectNode } from "../../../../tree/located-tree.js";
import { unknownText } from "../../../../unknown/unknown-text.js";
import { textOf } from "../../../text-of.js";
import { findBlock, objectsIn } from "./blocks-in.js";
import { computedAttribute } from "./computed-attribute.js";
import { policyDocument } from "./policy-document.js";
import { argumentsIn, templateParts } from "./template-parts.js";

/** References that are followed from one to the next. */
const MAX_REFERENCES = 16;

/** Evaluates what stands in one configuration. */
export interface Evaluation {
  evaluate(node: LocatedNode): LocatedNode;
}

/** Creates the evaluation of a configuration. */
export function createEvaluation(configuration: ObjectNode): Evaluation {
  return evaluationAt(configuration, 0);
}

function evaluationAt(configuration: ObjectNode, depth: number): Evaluation {
  const unknown = (place: LocatedNode, expression: string): LocatedNode => scalarAt(place.place, unknownText(expression));
  const evaluate = (node: LocatedNode): LocatedNode => {
    if (node.kind === "list") return { ...node, items: node.items.map(evaluate) };
    if (node.kind === "object") return { ...node, members: new Map([...node.members].map(evaluateMember)) };
    return typeof node.value === "string" ? template(node.value, node) : node;
  };
  const evaluateMember = ([name, { keyPlace, node }]: readonly [string, Member]): [string, Member] => [
    textOf(template(name, scalarAt(keyPlace, name))) ?? name,
    { keyPlace, node: evaluate(node) },
  ];
  const template = (text: string, at: LocatedNode): LocatedNode => {
    const parts = templateParts(text);
    const [only, another] = parts;
    if (only?.isExpression && another === undefined) return expression(only.text, at);
    return scalarAt(at.place, parts.map((part) => (part.isExpression ? textIn(expression(part.text, at), part.text) : part.text)).join(""));
  };
  const expression = (written: string, at: LocatedNode): LocatedNode => {
    const text = written.trim();
    if (/^"([^"\\]|\\.)*"$/s.test(text)) return template(text.slice(1, -1).replaceAll(/\\(.)/gs, "$1"), at);
    const [, name = "", inside = ""] = /^(replace|trimprefix|lower)\((.*)\)$/s.exec(text) ?? [];
    if (name !== "")
      return call(
        name,
        argumentsIn(inside).map((one) => textIn(expression(one, at), one)),
        { at, text },
      );
    return reference(text, at);
  };
  const call = (
    name: string,
    [value = "", from = "", to = ""]: readonly string[],
    { at, text }: { readonly at: LocatedNode; readonly text: string },
  ): LocatedNode => {
    if (name === "lower") return scalarAt(at.place, value.toLowerCase());
    if (name === "trimprefix") return scalarAt(at.place, value.startsWith(from) ? value.slice(from.length) : value);
    // Between slashes stands a regular expression: that of the scheme is the one that people write here.
    const isPattern = /^\/.+\/$/.test(from);
    if (isPattern) return /^\/\^?https?\??:/.test(from) ? scalarAt(at.place, value.replace(/^https?:\/\//, to)) : unknown(at, text);
    return scalarAt(at.place, from === "" ? value : value.replaceAll(from, to));
  };
  const reference = (text: string, at: LocatedNode): LocatedNode => {
    if (depth >= MAX_REFERENCES) return unknown(at, text);
    const deeper = evaluationAt(configuration, depth + 1);
    const [kind = "", ...path] = text.replaceAll(/\[[^\]]*\]/g, (index) => (/^\[\d+\]$/.test(index) ? `.${index.slice(1, -1)}` : "")).split(".");
    const said = (node: LocatedNode | null): LocatedNode => (node === null ? unknown(at, text) : deeper.evaluate(node));
    if (kind === "var") return said(memberOf(objectsIn(memberOf(memberOf(configuration, "variable"), path[0] ?? ""))[0] ?? null, "default"));
    if (kind === "local") return said(walk(objectsIn(memberOf(configuration, "locals")).find((one) => one.members.has(path[0] ?? "")) ?? null, path));
    if (kind === "data") return dataSource(path, { at, text, deeper });
    const [name = "", ...attributes] = path;
    const block = findBlock(memberOf(configuration, "resource"), kind, name);
    if (block === null) return unknown(at, text);
    const rest = /^\d+$/.test(attributes[0] ?? "") ? attributes.slice(1) : attributes;
    const written = walk(block, rest);
    if (written !== null && written.kind === "scalar") return deeper.evaluate(written);
    const computed = computedAttribute({ type: kind, name, values: deeper.evaluate(block) }, rest.join("."));
    return computed === null ? unknown(at, text) : scalarAt(at.place, computed);
  };
  const dataSource = (
    [type = "", name = "", ...attributes]: readonly string[],
    { at, text, deeper }: { readonly at: LocatedNode; readonly text: string; readonly deeper: Evaluation },
  ): LocatedNode => {
    const attribute = attributes.filter((part) => !/^\d+$/.test(part)).join(".");
    if (type === "aws_caller_identity" && attribute === "account_id") return unknown(at, "account");
    if (type === "aws_partition" && attribute === "partition") return scalarAt(at.place, "aws");
    const block = findBlock(memberOf(configuration, "data"), type, name);
    if (type === "aws_iam_policy_document" && block !== null && /^(minified_)?json$/.test(attribute)) return policyDocument(deeper.evaluate(block));
    const written = block === null ? null : walk(block, attributes);
    if (written?.kind === "scalar") return deeper.evaluate(written);
    const computed = computedAttribute({ type, name, values: block === null ? at : deeper.evaluate(block) }, attribute.replaceAll(/\.\d+/g, ""));
    return computed === null ? unknown(at, text) : scalarAt(at.place, computed);
  };
  return { evaluate };
}

/** What stands at a path; a block that stands once may be an object or a list of one. */
function walk(node: LocatedNode | null, path: readonly string[]): LocatedNode | null {
  const [first, ...rest] = path;
  if (first === undefined) return node;
  if (node?.kind === "list") return walk(node.items[/^\d+$/.test(first) ? Number(first) : 0] ?? null, /^\d+$/.test(first) ? rest : path);
  return /^\d+$/.test(first) ? walk(node, rest) : walk(memberOf(node, first), rest);
}

function textIn(node: LocatedNode, expression: string): string {
  return node.kind === "scalar" ? String(node.value ?? "") : unknownText(expression);
}
