import { type LocatedNode, memberOf, type ObjectNode } from "../../../tree/located-tree.js";
import type { Recognition } from "../../recognition.js";
import { textOf } from "../../text-of.js";
import type { Resource } from "./resource.js";
import { RESOURCES } from "./resources.js";

/** What stands around a resource. */
export interface AroundResource {
  /** The root module of a plan's configuration; `null` elsewhere. */
  readonly configuration: LocatedNode | null;
  readonly deeper: Resource["deeper"];
  readonly names: Resource["names"];
}

/** A resource with `address`, `type` and `values`; nothing of a type that has nothing to do with roles. */
export function recogniseResource(resource: ObjectNode, { configuration, deeper, names }: AroundResource): Recognition {
  const type = textOf(memberOf(resource, "type")) ?? "";
  const values = memberOf(resource, "values");
  const read = Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : undefined;
  if (read === undefined || values?.kind !== "object") return { documents: [], passedOver: [], faults: [] };
  return read({ address: textOf(memberOf(resource, "address")) ?? type, values, expressions: expressionsOf(resource, configuration), deeper, names });
}

/** What roles and policies are called, which a plan mostly knows though not their ARNs. */
export function namesIn(resources: readonly ObjectNode[]): Resource["names"] {
  const named = resources
    .filter((resource) => Object.hasOwn(RESOURCES, textOf(memberOf(resource, "type")) ?? ""))
    .map((resource) => [textOf(memberOf(resource, "address")), memberOf(resource, "values")] as const);
  return new Map(
    named.flatMap(([address, values]): [string, string][] => {
      const name = textOf(memberOf(values, "name"));
      return address === null || name === null ? [] : [[address, `${(textOf(memberOf(values, "path")) ?? "/").slice(1)}${name}`]];
    }),
  );
}

/** What a plan's configuration says of a resource of the root module. */
function expressionsOf(resource: ObjectNode, configuration: LocatedNode | null): LocatedNode | null {
  const address = textOf(memberOf(resource, "address"))?.replace(/\[.*\]$/, "");
  const resources = memberOf(configuration, "resources");
  const found = resources?.kind === "list" ? resources.items.find((one) => textOf(memberOf(one, "address")) === address) : undefined;
  return memberOf(found ?? null, "expressions");
}
