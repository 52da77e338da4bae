/**
 * The scenario language as a JSON Schema, for editors. It describes a file as it is written: what a base may give can be left out, an action has its kind as
 * its only key, and variables and `null` may stand for values. What concerns several places at once is left to `irsa-sim lint`.
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { z } from "zod";
import { ACTIONS } from "../../timeline/actions.js";
import { CLUSTER_KEY } from "../../timeline/timeline-schema.js";
import { scenarioSchema } from "./scenario-schema.js";

/** Members that a scenario shares with its base piece by piece. */
const SHARED = ["cluster", "clusters", "webhook", "aws"];

interface Schema extends JsonObject {
  readonly properties: { readonly [name: string]: JsonObject };
}

/**
 * Makes the schema.
 *
 * @param id where editors find it
 */
export function editorSchema(id: string): JsonObject {
  const whole = z.toJSONSchema(scenarioSchema, { unrepresentable: "any", io: "input", override: withoutDefault }) as unknown as Schema;
  const { $schema, properties } = whole;
  const written = Object.entries(properties).map(([name, schema]) => [name, SHARED.includes(name) ? shared(schema) : orVariables(schema)] as const);
  const timeline = properties.timeline as JsonObject;
  return {
    $schema: $schema ?? null,
    $id: id,
    title: "irsa-sim scenario",
    type: "object",
    properties: { ...Object.fromEntries(written), timeline: { ...timeline, items: orVariables(entries(timeline.items as unknown as Schema)) } },
    additionalProperties: false,
    anyOf: [{ required: ["base"] }, { required: ["title", "timeline", "expect"] }],
  };
}

/** Outside the timeline descriptions say what is meant when a value is left out: there a base may say otherwise. */
function withoutDefault({ jsonSchema, path }: { readonly jsonSchema: { default?: unknown }; readonly path: readonly (string | number)[] }): void {
  if (path[1] !== "timeline") delete jsonSchema.default;
}

/** A variable, or a text with one. */
const VARIABLE = { type: "string", pattern: "\\$\\{[\\w.-]+\\}" };

/** Whether a schema takes no text of any kind, so that a variable has to be allowed beside it. */
function isClosed(schema: JsonObject): boolean {
  return typeof schema.pattern === "string" || Array.isArray(schema.enum) || ["integer", "number", "boolean"].includes(String(schema.type));
}

/** A variable may stand for every value, wherever in a schema. */
function orVariables<Value extends Json>(schema: Value): Value;
function orVariables(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map((item) => orVariables(item as Json));
  if (typeof schema !== "object" || schema === null) return schema;
  const { description, ...own } = schema as JsonObject;
  if (isClosed(own)) return { ...(description === undefined ? {} : { description }), anyOf: [own, VARIABLE] };
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, orVariables(value)]));
}

/** Nothing is required, and each value may also be a variable, a file's name where it is a document, or `null`. */
function shared(schema: Json): JsonObject {
  const { required: _, ...rest } = schema as JsonObject;
  const changed: JsonObject = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, changeKeyword(key, value)]));
  const { description, ...own } = changed;
  const others: Json[] = [{ type: "null" }, ...(isClosed(own) ? [VARIABLE] : []), ...(isTextOrDocument(own) ? [{ type: "string" }] : [])];
  return { ...(description === undefined ? {} : { description }), anyOf: [own, ...others] };
}

/** Whether a schema takes a text of some form or a document, which may stand in a file too. */
function isTextOrDocument({ anyOf }: JsonObject): boolean {
  if (!Array.isArray(anyOf)) return false;
  const options = anyOf.flatMap((option: JsonObject) => option.anyOf ?? [option]) as readonly JsonObject[];
  return options.some(isClosed) && options.some(({ type }) => type === "object");
}

function changeKeyword(key: string, value: Json): Json {
  if (key === "properties") return Object.fromEntries(Object.entries(value as JsonObject).map(([name, schema]) => [name, shared(schema)]));
  if (key === "additionalProperties" && typeof value === "object") return shared(value);
  // A provider may be a file with what the aws command line printed.
  if (key === "items") return (value as JsonObject).type === "object" ? { anyOf: [shared(value), { type: "string" }] } : shared(value);
  return value;
}

/** An entry has one key; a value that is short for an object is written instead of it or as what it is short for. */
function entries({ properties }: Schema): JsonObject {
  const { [CLUSTER_KEY]: cluster, ...named } = properties;
  return { oneOf: Object.entries(named).map(([name, schema]) => entry(name, schema as Schema, name === "expect" ? {} : { [CLUSTER_KEY]: cluster ?? {} })) };
}

function entry(name: string, schema: Schema, beside: JsonObject): JsonObject {
  const member = ACTIONS.find((action) => action.name === name)?.value;
  const alone = member === undefined ? undefined : schema.properties[member];
  return {
    type: "object",
    properties: { [name]: alone === undefined ? schema : { anyOf: [alone, schema] }, ...beside },
    required: [name],
    additionalProperties: false,
  };
}
