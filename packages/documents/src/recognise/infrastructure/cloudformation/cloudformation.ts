import { memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import type { Recogniser } from "../../recogniser.js";
import { joinRecognitions, type Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import { createEvaluation, type Evaluation } from "./evaluate.js";
import { RESOURCES } from "./resources.js";

/** A template of CloudFormation, in YAML or JSON, written by hand, by the CDK or by SAM. */
export const cloudformation: Recogniser = (object, deeper) => {
  const resources = memberOf(object, "Resources");
  if (resources?.kind !== "object" || ![...resources.members.values()].some(({ node }) => /^(AWS|Custom)::/.test(textOf(memberOf(node, "Type")) ?? "")))
    return null;
  const evaluation = createEvaluation(object);
  const found = [...resources.members].map(([name, { node }]) => (node.kind === "object" ? recogniseResource(name, node, { evaluation, deeper }) : NOTHING));
  return joinRecognitions([{ documents: [], passedOver: [{ name: "", node: object, because: "envelope" }], faults: [] }, ...found]);
};

const NOTHING: Recognition = { documents: [], passedOver: [], faults: [] };

interface Around {
  readonly evaluation: Evaluation;
  readonly deeper: Parameters<Recogniser>[1];
}

function recogniseResource(name: string, resource: ObjectNode, { evaluation, deeper }: Around): Recognition {
  const type = textOf(memberOf(resource, "Type")) ?? "";
  const written = memberOf(resource, "Properties");
  const read = Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : undefined;
  if (read === undefined || written?.kind !== "object") return NOTHING;
  const properties = evaluation.evaluate(written);
  return properties.kind === "object" ? read({ name, properties, deeper }) : NOTHING;
}
