import { objectAt } from "../../../tree/build-node.js";
import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, memberOf } from "../../../tree/located-tree.js";
import type { Recogniser } from "../../recogniser.js";
import { joinRecognitions, type Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import { namesIn, recogniseResource } from "./recognise-resource.js";

/** The file in which Terraform keeps a state, `terraform.tfstate` of version 4, or what `terraform state pull` prints. */
export const stateFile: Recogniser = (object, deeper) => {
  const resources = memberOf(object, "resources");
  if (textOf(memberOf(object, "terraform_version")) === null || memberOf(object, "serial") === null || resources?.kind !== "list") return null;
  const found = resources.items.flatMap(instancesOf);
  const around = { configuration: null, deeper, names: namesIn(found) };
  const envelope: Recognition = { documents: [], passedOver: [{ name: "", node: object, because: "envelope" }], faults: [] };
  return joinRecognitions([envelope, ...found.map((resource) => recogniseResource(resource, around))]);
};

/** Each instance of a resource as `terraform show -json` has it. */
function instancesOf(resource: LocatedNode) {
  const [mode, type, name] = ["mode", "type", "name"].map((member) => memberOf(resource, member));
  return itemsOf(memberOf(resource, "instances")).map((instance) =>
    objectAt(resource.place, {
      ...{ mode, type, name, values: memberOf(instance, "attributes") },
      address: type === null || name === undefined || name === null ? null : ({ ...type, value: `${textOf(type ?? null)}.${textOf(name)}` } as LocatedNode),
    }),
  );
}
