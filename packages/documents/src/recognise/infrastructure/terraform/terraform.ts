import { type LocatedNode, memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import type { Recogniser } from "../../recogniser.js";
import { joinRecognitions, type Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import type { Resource } from "./resource.js";
import { RESOURCES } from "./resources.js";

/** What `terraform show -json` and `tofu show -json` print of a state or a plan. */
export const terraform: Recogniser = (object, deeper) => {
  const values = memberOf(object, "planned_values") ?? memberOf(object, "values");
  const root = memberOf(values, "root_module");
  if (textOf(memberOf(object, "format_version")) === null || root?.kind !== "object") return null;
  const configuration = memberOf(memberOf(object, "configuration"), "root_module");
  const prior = memberOf(memberOf(memberOf(object, "prior_state"), "values"), "root_module");
  const around = { configuration, deeper, names: namesIn(root) };
  const found = resourcesIn(root).map((resource) => recogniseResource(resource, around));
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

interface Around {
  readonly configuration: LocatedNode | null;
  readonly deeper: (node: LocatedNode) => Recognition;
  readonly names: Resource["names"];
}

function recogniseResource(resource: ObjectNode, { configuration, deeper, names }: Around): Recognition {
  const type = textOf(memberOf(resource, "type")) ?? "";
  const values = memberOf(resource, "values");
  const read = Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : undefined;
  if (read === undefined || values?.kind !== "object") return { documents: [], passedOver: [], faults: [] };
  return read({ address: textOf(memberOf(resource, "address")) ?? type, values, expressions: expressionsOf(resource, configuration), deeper, names });
}

/** What roles and policies are called, which a plan mostly knows though not their ARNs. */
function namesIn(root: ObjectNode): Resource["names"] {
  const named = resourcesIn(root).map((resource) => [textOf(memberOf(resource, "address")), memberOf(resource, "values")] as const);
  return new Map(
    named.flatMap(([address, values]): [string, string][] => {
      const name = textOf(memberOf(values, "name"));
      return address === null || name === null ? [] : [[address, `${(textOf(memberOf(values, "path")) ?? "/").slice(1)}${name}`]];
    }),
  );
}

/** Those of a module and of the modules in it. */
function resourcesIn(module: ObjectNode): readonly ObjectNode[] {
  const objects = (name: string): readonly ObjectNode[] => {
    const list = memberOf(module, name);
    return list?.kind === "list" ? list.items.flatMap((item) => (item.kind === "object" ? [item] : [])) : [];
  };
  return [...objects("resources"), ...objects("child_modules").flatMap(resourcesIn)];
}

/** What a plan's configuration says of a resource of the root module. */
function expressionsOf(resource: ObjectNode, configuration: LocatedNode | null): LocatedNode | null {
  const address = textOf(memberOf(resource, "address"))?.replace(/\[.*\]$/, "");
  const resources = memberOf(configuration, "resources");
  const found = resources?.kind === "list" ? resources.items.find((one) => textOf(memberOf(one, "address")) === address) : undefined;
  return memberOf(found ?? null, "expressions");
}
