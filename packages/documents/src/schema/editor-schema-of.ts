import type { JsonObject } from "@irsa-sim/core";
import { z } from "zod";
import { DESCRIPTIONS } from "./descriptions.js";
import { KUBERNETES_SCHEMAS, type KubernetesKind } from "./kubernetes-schema.js";
import { POLICY_STATEMENTS, policyDocument } from "./policy-schema.js";

/** What an editor can help with: a manifest of a kind that can be applied, or a policy by whose it is. */
export type EditedDocument = { readonly manifest: KubernetesKind } | { readonly policy: keyof typeof POLICY_STATEMENTS };

/**
 * A document's schema as a JSON Schema, for editors: the same that `checkManifest` and `checkPolicy` hold it against, with what each member is for.
 *
 * @example
 * editorSchemaOf({ policy: "trust" }); // { type: "object", properties: { Version: …, Statement: … } }
 */
export function editorSchemaOf(document: EditedDocument): JsonObject {
  if ("manifest" in document) return toSchema(KUBERNETES_SCHEMAS[document.manifest]);
  const statement = toSchema(POLICY_STATEMENTS[document.policy]);
  const whole = toSchema(policyDocument) as JsonObject & { readonly properties: JsonObject };
  const description = DESCRIPTIONS.Statement ?? "";
  return { ...whole, properties: { ...whole.properties, Statement: { description, anyOf: [statement, { type: "array", items: statement }] } } };
}

function toSchema(schema: z.ZodType): JsonObject {
  return z.toJSONSchema(schema, { unrepresentable: "any", io: "input", override: describeMember }) as unknown as JsonObject;
}

function describeMember({ jsonSchema, path }: { readonly jsonSchema: { description?: string }; readonly path: readonly (string | number)[] }): void {
  const description = path.at(-2) === "properties" ? DESCRIPTIONS[String(path.at(-1))] : undefined;
  if (description !== undefined) jsonSchema.description ??= description;
}
