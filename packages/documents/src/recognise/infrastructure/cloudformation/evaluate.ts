/** Intrinsic functions of a template. What only an account or the stack's making can tell becomes an unknown, by the name that the template gives it. */
import { scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, type Member, memberOf, type ObjectNode, type Place } from "../../../tree/located-tree.js";
import { unknownsIn, unknownText } from "../../../unknown/unknown-text.js";
import { decodeDocument } from "../../iam/decode-document.js";
import { textOf } from "../../text-of.js";
import { createReferences, type References } from "./references.js";

/** A text that grows beyond this is taken for an unknown: functions that refer to each other can double it each time. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Evaluates what stands in one template. */
export interface Evaluation {
  evaluate(node: LocatedNode): LocatedNode;
}

/** Creates the evaluation of a template. */
export function createEvaluation(template: ObjectNode): Evaluation {
  const evaluate = (node: LocatedNode): LocatedNode => {
    if (node.kind === "list") return { ...node, items: node.items.map(evaluate) };
    if (node.kind === "scalar") return node;
    const [only, another] = [...node.members];
    const intrinsic = only === undefined || another !== undefined ? undefined : INTRINSICS[only[0]];
    if (only !== undefined && intrinsic !== undefined) return intrinsic(only[1].node, { place: node.place, template, evaluate, references });
    return {
      ...node,
      members: new Map([...node.members].map(([name, { keyPlace, node: value }]): [string, Member] => [name, { keyPlace, node: evaluate(value) }])),
    };
  };
  const references = createReferences(template, evaluate);
  return { evaluate };
}

interface Around extends Evaluation {
  /** Of the function. */
  readonly place: Place;
  readonly template: ObjectNode;
  readonly references: References;
}

type Intrinsic = (argument: LocatedNode, around: Around) => LocatedNode;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, around) => referTo(textOf(argument) ?? "", argument.place, around),
  "Fn::GetAtt": (argument, { place, template, evaluate, references }) => {
    const [name = "", ...attribute] = argument.kind === "list" ? argument.items.map((item) => textOf(item) ?? "") : (textOf(argument) ?? "").split(".");
    const resource = memberOf(memberOf(template, "Resources"), name);
    // So people write objects whose keys are not known yet: as JSON in a text, which a custom resource, such as the CDK's `CfnJson`, gives back under the same name.
    const isCustom = /^(Custom::|AWS::CloudFormation::CustomResource$)/.test(textOf(memberOf(resource, "Type")) ?? "");
    const given = isCustom ? memberOf(memberOf(resource, "Properties"), attribute.join(".")) : null;
    const json = given === null ? null : evaluate(given);
    const object = json !== null && isJsonText(json) ? decodeDocument(json).node : null;
    if (object?.kind === "object") return { ...object, referredFrom: place };
    return scalarAt(argument.place, references.attributeOf(name, attribute.join(".")));
  },
  "Fn::Sub": (argument, around) => {
    const [text, values] = argument.kind === "list" ? argument.items : [argument];
    // What it stands for is the text's, as with `!Sub`, where an object would have its own place.
    return joined((text ?? argument).place, substitute(textOf(text ?? null) ?? "", values ?? null, around), "");
  },
  "Fn::Join": (argument, { evaluate }) => {
    const [separator, values] = itemsOf(argument);
    const parts = values === undefined ? [] : itemsOf(evaluate(values)).map((part) => textIn(part));
    return joined(argument.place, parts, textOf(separator ?? null) ?? "");
  },
  "Fn::Select": (argument, { evaluate }) => {
    const [index, values] = itemsOf(argument);
    const items = itemsOf(values === undefined ? null : evaluate(values));
    const number = textIn(index ?? scalarAt(argument.place, 0));
    return items[Number(number)] ?? unknownAt(argument.place, `item ${number} of ${nameIn(items.map(textIn).join(","))}`);
  },
  "Fn::Split": (argument, { evaluate }) => {
    const [separator, value] = itemsOf(argument);
    const text = value === undefined ? "" : textIn(evaluate(value));
    const [unknown] = unknownsIn(text);
    // So templates take the scheme from an issuer that is not known yet.
    if (unknown !== undefined && unknownText(unknown) === text && "https://".endsWith(textOf(separator ?? null) ?? " "))
      return {
        kind: "list",
        place: argument.place,
        items: ["https:", unknownText(`${unknown} without https://`)].map((part) => scalarAt(argument.place, part)),
      };
    return { kind: "list", place: argument.place, items: text.split(textOf(separator ?? null) || "\0").map((part) => scalarAt(argument.place, part)) };
  },
  "Fn::If": (argument, { evaluate }) => {
    const [, whenTrue] = itemsOf(argument);
    return whenTrue === undefined ? unknownAt(argument.place, "Fn::If") : evaluate(whenTrue);
  },
  // It makes the text of which policies are made anyway.
  "Fn::ToJsonString": (argument, { evaluate }) => evaluate(argument),
  "Fn::ImportValue": (argument, { evaluate }) => unknownAt(argument.place, textIn(evaluate(argument))),
  "Fn::FindInMap": (argument, { template, evaluate }) => {
    const [map = "", first = "", second = ""] = itemsOf(evaluate(argument)).map(textIn);
    return memberOf(memberOf(memberOf(memberOf(template, "Mappings"), map), first), second) ?? unknownAt(argument.place, `${map}.${first}.${second}`);
  },
};

function referTo(name: string, place: Place, { template, references }: Around): LocatedNode {
  const parameter = memberOf(memberOf(template, "Parameters"), name);
  if (parameter !== null) {
    const value = memberOf(parameter, "Default");
    return value !== null && textOf(value) !== "" ? value : unknownAt(place, name);
  }
  if (name === "AWS::Partition") return scalarAt(place, "aws");
  if (name === "AWS::NoValue") return scalarAt(place, null);
  return scalarAt(place, memberOf(memberOf(template, "Resources"), name) === null ? unknownText(name) : references.nameOf(name));
}

/** `${Name}`, `${Name.Attribute}`, and `${!Literal}`, which stays; in its parts. */
function substitute(text: string, values: LocatedNode | null, around: Around): readonly string[] {
  return text.split(/(\$\{!?[^}]+\})/).map((part, index) => {
    const [, literal = "", written = ""] = index % 2 === 0 ? [] : (/^\$\{(!?)([^}]+)\}$/.exec(part) ?? []);
    if (written === "") return part;
    return literal === "!" ? `\${${written}}` : named(written.trim(), values, around);
  });
}

function named(name: string, values: LocatedNode | null, around: Around): string {
  const { template, evaluate, references } = around;
  const own = memberOf(values, name);
  if (own !== null) return textIn(evaluate(own));
  const [resource = "", ...attribute] = name.split(".");
  const isAttribute = attribute.length > 0 && memberOf(memberOf(template, "Resources"), resource) !== null;
  return isAttribute ? references.attributeOf(resource, attribute.join(".")) : textIn(referTo(name, template.place, around));
}

function isJsonText(node: LocatedNode): boolean {
  return /^\s*\{/.test(textOf(node) ?? "");
}

function textIn(node: LocatedNode): string {
  return node.kind === "scalar" ? String(node.value ?? "") : unknownText("a list or an object");
}

function joined(place: Place, parts: readonly string[], separator: string): LocatedNode {
  const length = parts.reduce((sum, part) => sum + part.length + separator.length, 0);
  return length > MAX_CHARACTERS ? unknownAt(place, "a text that is too long") : scalarAt(place, parts.join(separator));
}

/** A text as the name of an unknown. */
function nameIn(text: string): string {
  return text.replaceAll(/[\u27e8\u27e9]/g, "").slice(0, 100);
}

function unknownAt(place: Place, name: string): LocatedNode {
  return scalarAt(place, unknownText(name));
}
