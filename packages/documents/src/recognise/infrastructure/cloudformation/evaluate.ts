/** Intrinsic functions of a template. What only an account or the stack's making can tell becomes an unknown, by the name that the template gives it. */
import { scalarAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, type Member, memberOf, type ObjectNode, type Place } from "../../../tree/located-tree.js";
import { unknownsIn, unknownText } from "../../../unknown/unknown-text.js";
import { decodeDocument } from "../../iam/decode-document.js";
import { textOf } from "../../text-of.js";
import { attributeOf, nameOf } from "./attributes.js";

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
    if (only !== undefined && intrinsic !== undefined) return intrinsic(only[1].node, { template, evaluate });
    return {
      ...node,
      members: new Map([...node.members].map(([name, { keyPlace, node: value }]): [string, Member] => [name, { keyPlace, node: evaluate(value) }])),
    };
  };
  return { evaluate };
}

interface Around extends Evaluation {
  readonly template: ObjectNode;
}

type Intrinsic = (argument: LocatedNode, around: Around) => LocatedNode;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, { template }) => referTo(textOf(argument) ?? "", argument.place, template),
  "Fn::GetAtt": (argument, { template, evaluate }) => {
    const [name = "", ...attribute] = argument.kind === "list" ? argument.items.map((item) => textOf(item) ?? "") : (textOf(argument) ?? "").split(".");
    const resource = memberOf(memberOf(template, "Resources"), name);
    // So the CDK writes objects whose keys are not known yet: as JSON in a text.
    const json = textOf(memberOf(resource, "Type")) === "Custom::AWSCDKCfnJson" ? memberOf(memberOf(resource, "Properties"), "Value") : null;
    const decoded = json === null ? null : decodeDocument(evaluate(json)).node;
    return decoded ?? scalarAt(argument.place, attributeOf(template, name, attribute.join(".")));
  },
  "Fn::Sub": (argument, around) => {
    const [text, values] = argument.kind === "list" ? argument.items : [argument];
    return scalarAt(argument.place, substitute(textOf(text ?? null) ?? "", values ?? null, around));
  },
  "Fn::Join": (argument, { evaluate }) => {
    const [separator, values] = itemsOf(argument);
    const parts = values === undefined ? [] : itemsOf(evaluate(values)).map((part) => textIn(part));
    return scalarAt(argument.place, parts.join(textOf(separator ?? null) ?? ""));
  },
  "Fn::Select": (argument, { evaluate }) => {
    const [index, values] = itemsOf(argument);
    const chosen = itemsOf(values === undefined ? null : evaluate(values))[Number(textIn(index ?? scalarAt(argument.place, 0)))];
    return chosen ?? unknownAt(argument.place, "Fn::Select");
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
  "Fn::ImportValue": (argument, { evaluate }) => unknownAt(argument.place, textIn(evaluate(argument))),
  "Fn::FindInMap": (argument, { template, evaluate }) => {
    const [map = "", first = "", second = ""] = itemsOf(evaluate(argument)).map(textIn);
    return memberOf(memberOf(memberOf(memberOf(template, "Mappings"), map), first), second) ?? unknownAt(argument.place, `${map}.${first}.${second}`);
  },
};

function referTo(name: string, place: Place, template: ObjectNode): LocatedNode {
  const parameter = memberOf(memberOf(template, "Parameters"), name);
  if (parameter !== null) {
    const value = memberOf(parameter, "Default");
    return value !== null && textOf(value) !== "" ? value : unknownAt(place, name);
  }
  if (name === "AWS::Partition") return scalarAt(place, "aws");
  if (name === "AWS::NoValue") return scalarAt(place, null);
  return scalarAt(place, memberOf(memberOf(template, "Resources"), name) === null ? unknownText(name) : nameOf(template, name));
}

/** `${Name}`, `${Name.Attribute}`, and `${!Literal}`, which stays. */
function substitute(text: string, values: LocatedNode | null, { template, evaluate }: Around): string {
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, written: string) => {
    const name = written.trim();
    if (literal === "!") return `\${${written}}`;
    const own = memberOf(values, name);
    if (own !== null) return textIn(evaluate(own));
    const [resource = "", ...attribute] = name.split(".");
    const isAttribute = attribute.length > 0 && memberOf(memberOf(template, "Resources"), resource) !== null;
    return isAttribute ? attributeOf(template, resource, attribute.join(".")) : textIn(referTo(name, template.place, template));
  });
}

function textIn(node: LocatedNode): string {
  return node.kind === "scalar" ? String(node.value ?? "") : unknownText("a list or an object");
}

function unknownAt(place: Place, name: string): LocatedNode {
  return scalarAt(place, unknownText(name));
}
