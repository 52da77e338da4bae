import { memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import type { Recogniser } from "../../recogniser.js";
import { joinRecognitions } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import { namesIn, recogniseResource } from "./recognise-resource.js";

/** What `terraform show -json` and `tofu show -json` print of a state or a plan. */
export const terraform: Recogniser = (object, deeper) => {
  const values = memberOf(object, "planned_values") ?? memberOf(object, "values");
  const root = memberOf(values, "root_module");
  if (textOf(memberOf(object, "format_version")) === null || root?.kind !== "object") return null;
  const configuration = memberOf(memberOf(object, "configuration"), "root_module");
  const prior = memberOf(memberOf(memberOf(object, "prior_state"), "values"), "root_module");
  const resources = resourcesIn(root);
  const around = { configuration, deeper, names: namesIn(resources) };
  const found = resources.map((resource) => recogniseResource(resource, around));
  // A plan has data sources, such as a cluster that is there already, in the state before it.
  const before =
    prior?.kind === "object"
      ? resourcesIn(prior)
          .filter(isData)
          .map((resource) => recogniseResource(resource, around))
      : [];
  return joinRecognitions([{ documents: [], passedOver: [{ name: "", node: object, because: "envelope" }], faults: [] }, ...found, ...before]);
};

function isData(resource: ObjectNode): boolean {
  return textOf(memberOf(resource, "mode")) === "data";
}

/** Those of a module and of the modules in it. */
function resourcesIn(module: ObjectNode): readonly ObjectNode[] {
  const objects = (name: string): readonly ObjectNode[] => {
    const list = memberOf(module, name);
    return list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "object" ? [item] : [])) : [];
  };
  return [...objects("resources"), ...objects("child_modules").flatMap(resourcesIn)];
}
