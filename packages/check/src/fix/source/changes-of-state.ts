import type { Json, JsonObject } from "@irsa-sim/core";
import { changedValues } from "./changed-values.js";
import { originsOf } from "./origins-of.js";
import type { SourceChange } from "./source-change.js";

/** What a Terraform configuration has to say otherwise, from two versions of what Terraform prints or keeps. */
export function changesOfState(before: JsonObject, after: JsonObject): readonly SourceChange[] {
  const others = new Map(resourcesIn(after).map((resource) => [resource.address, resource]));
  return resourcesIn(before).flatMap(({ address, attributes }) => {
    const changed = others.get(address)?.attributes ?? {};
    const names = [...new Set([...Object.keys(attributes), ...Object.keys(changed)])];
    return names.flatMap((attribute): SourceChange[] => {
      const values = changedValues(attributes[attribute], changed[attribute]);
      return values.length === 0 ? [] : [{ address, attribute, comesFrom: originsOf(before, { address, attribute, values }), values }];
    });
  });
}

interface StateResource {
  readonly address: string;
  readonly attributes: JsonObject;
}

/** Of what `show -json` prints, and of a state file. */
function resourcesIn(file: JsonObject): readonly StateResource[] {
  const found: StateResource[] = [];
  const visit = (value: Json | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    const object = value as JsonObject;
    const { address, values, type, name, instances, module } = object;
    if (typeof address === "string" && typeof values === "object" && values !== null) found.push({ address, attributes: values as JsonObject });
    else if (typeof type === "string" && typeof name === "string" && Array.isArray(instances)) {
      for (const instance of instances) {
        const { attributes, index_key: key } = instance as unknown as JsonObject;
        const prefix = typeof module === "string" ? `${module}.` : "";
        found.push({ address: `${prefix}${type}.${name}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`, attributes: (attributes ?? {}) as JsonObject });
      }
    } else for (const child of Object.values(object)) visit(child as Json);
  };
  for (const part of [file.planned_values, file.values, file.resources]) visit(part);
  return found;
}
