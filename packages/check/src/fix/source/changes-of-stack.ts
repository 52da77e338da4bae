import type { Json, JsonObject } from "@irsa-sim/core";
import { changedValues } from "./changed-values.js";
import type { SourceChange } from "./source-change.js";

/** What the program behind a template of the AWS CDK, or a configuration of CDK for Terraform, has to say otherwise. */
export function changesOfStack(before: JsonObject, after: JsonObject): readonly SourceChange[] {
  const others = new Map(resourcesIn(after).map((resource) => [resource.id, resource]));
  return resourcesIn(before).flatMap(({ id, path, attributes }) => {
    const changed = others.get(id)?.attributes ?? {};
    const names = [...new Set([...Object.keys(attributes), ...Object.keys(changed)])];
    return names.flatMap((attribute): SourceChange[] => {
      const values = changedValues(attributes[attribute], changed[attribute]);
      return values.length === 0 ? [] : [{ address: path ?? id, attribute, comesFrom: [], values }];
    });
  });
}

interface StackResource {
  readonly id: string;
  /** Of its construct; `null` where the file does not say it. */
  readonly path: string | null;
  readonly attributes: JsonObject;
}

function resourcesIn(file: JsonObject): readonly StackResource[] {
  const ofCloudFormation = entriesOf(file.Resources).map(([id, resource]) => ({
    id,
    path: textIn(memberOf(memberOf(resource, "Metadata"), "aws:cdk:path")),
    attributes: memberOf(resource, "Properties") as JsonObject,
  }));
  const ofTerraform = [file.resource, file.data].flatMap((blocks, isData) =>
    entriesOf(blocks).flatMap(([type, byName]) =>
      entriesOf(byName).map(([name, block]) => ({
        id: `${isData === 1 ? "data." : ""}${type}.${name}`,
        path: textIn(memberOf(memberOf(memberOf(block, "//"), "metadata"), "path")),
        attributes: block as JsonObject,
      })),
    ),
  );
  return [...ofCloudFormation, ...ofTerraform];
}

function entriesOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return typeof value === "object" && value !== null ? (Object.entries(value) as [string, Json][]) : [];
}

function memberOf(value: Json | undefined, name: string): Json {
  return typeof value === "object" && value !== null ? ((value as JsonObject)[name] ?? {}) : {};
}

function textIn(value: Json): string | null {
  return typeof value === "string" ? value : null;
}
