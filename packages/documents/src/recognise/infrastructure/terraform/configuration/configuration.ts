/** Terraform's configuration in JSON, `*.tf.json`, written by hand or by CDK for Terraform. What only applying it can tell becomes an unknown, by its address. */
import { objectAt, scalarAt } from "../../../../tree/build-node.js";
import { type LocatedNode, memberOf, type ObjectNode } from "../../../../tree/located-tree.js";
import { unknownsIn, unknownText } from "../../../../unknown/unknown-text.js";
import type { Recogniser } from "../../../recogniser.js";
import { joinRecognitions, type Recognition } from "../../../recognition.js";
import { textOf } from "../../../text-of.js";
import { namesIn, recogniseResource } from "../recognise-resource.js";
import { blocksIn } from "./blocks-in.js";
import { createEvaluation } from "./evaluate.js";

/** Arguments that hold a document; one that is not known as a whole is left out, as a plan leaves it out. */
const DOCUMENTS = ["assume_role_policy", "policy"];

/** Resources of a configuration. */
export const configuration: Recogniser = (object, deeper) => {
  const resources = memberOf(object, "resource");
  if (resources === null || !isConfiguration(object)) return null;
  const { evaluate } = createEvaluation(object);
  const found = blocksIn(resources).map(({ type, name, block }) => {
    const values = withoutUnknownDocuments(evaluate(block));
    const text = (value: string): LocatedNode => scalarAt(block.place, value);
    return objectAt(block.place, { address: text(`${type}.${name}`), mode: text("managed"), type: text(type), name: text(name), values });
  });
  const around = { configuration: null, deeper, names: namesIn(found) };
  const envelope: Recognition = { documents: [], passedOver: [{ name: "", node: object, because: "envelope" }], faults: [] };
  return joinRecognitions([envelope, ...found.map((resource) => recogniseResource(resource, around))]);
};

/** Only blocks that a configuration has, and types with a provider before them. */
function isConfiguration(object: ObjectNode): boolean {
  const known = ["resource", "data", "variable", "locals", "output", "module", "provider", "terraform", "moved", "import", "check", "removed", "//"];
  const blocks = blocksIn(memberOf(object, "resource"));
  return [...object.members.keys()].every((name) => known.includes(name)) && blocks.length > 0 && blocks.every(({ type }) => /^[a-z0-9]+_\w+$/.test(type));
}

function withoutUnknownDocuments(values: LocatedNode): LocatedNode {
  if (values.kind !== "object") return values;
  return { ...values, members: new Map([...values.members].filter(([name, { node }]) => !(DOCUMENTS.includes(name) && isUnknown(node)))) };
}

function isUnknown(node: LocatedNode): boolean {
  const text = textOf(node) ?? "";
  const [only] = unknownsIn(text);
  return only !== undefined && unknownText(only) === text;
}
