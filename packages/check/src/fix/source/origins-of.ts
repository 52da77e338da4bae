/** Where a plan's configuration says an attribute comes from. */
import type { Json, JsonObject } from "@irsa-sim/core";
import type { SourceChange } from "./source-change.js";

/** References that are followed from one to the next. */
const MAX_ORIGINS = 8;

/** From the nearest on; empty where the file has no configuration, or the attribute is written where the resource is. */
export function originsOf(file: JsonObject, { address, attribute, values }: Omit<SourceChange, "comesFrom">): readonly string[] {
  const { modules, resource } = partsOf(address);
  const root = memberOf(memberOf(file, "configuration"), "root_module");
  const expression = expressionOf(moduleAt(root, modules), resource, attribute);
  return follow(expression, { root, modules, pointers: values.map(({ pointer }) => pointer), left: MAX_ORIGINS });
}

interface Following {
  readonly root: JsonObject;
  readonly modules: readonly string[];
  readonly pointers: readonly string[];
  readonly left: number;
}

function follow(expression: Json | undefined, following: Following): readonly string[] {
  const { root, modules, pointers, left } = following;
  const references = referencesIn(expression);
  const prefix = modules.map((name) => `module.${name}.`).join("");
  const document = references.map((reference) => /^data\.aws_iam_policy_document\.[\w-]+/.exec(reference)?.[0]).find((found) => found !== undefined);
  if (left === 0) return [];
  if (document !== undefined) {
    const data = resourceIn(moduleAt(root, modules), document);
    const blocks = [...new Set(pointers.map((pointer) => blockOf(memberOf(data, "expressions"), pointer)).filter((block) => block !== null))];
    const found = blocks.map(({ name, expression: inside }) => [`${prefix}${document}${name}`, ...follow(inside, { ...following, left: left - 1 })]);
    return found.length === 0 ? [`${prefix}${document}`] : [...new Set(found.flat())];
  }
  const variable = references.map((reference) => /^var\.([\w-]+)/.exec(reference)?.[1]).find((found) => found !== undefined);
  if (variable !== undefined) {
    const call = modules.at(-1);
    if (call === undefined) return [`var.${variable}`];
    const outer = modules.slice(0, -1);
    const argument = memberOf(memberOf(memberOf(memberOf(moduleAt(root, outer), "module_calls"), call), "expressions"), variable);
    return [
      `the argument ${variable} of ${outer.map((name) => `module.${name}.`).join("")}module.${call}`,
      ...follow(argument, { ...following, modules: outer, left: left - 1 }),
    ];
  }
  const local = references.find((reference) => /^local\.[\w-]+/.test(reference));
  return local === undefined ? [] : [`${prefix}${local}`];
}

interface Block {
  readonly name: string;
  readonly expression: Json | undefined;
}

/** The block of a data source that a place in its policy comes from: `statement 1, condition 2 (StringEquals)`, counted from 1. */
function blockOf({ statement }: JsonObject, pointer: string): Block | null {
  const [, list, index, member = "", operator = "", key = ""] = pointer.split("/").map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const written = listIn(statement)[Number(index)];
  if (list !== "Statement" || written === undefined) return null;
  const name = `, statement ${Number(index) + 1}`;
  const argument = ARGUMENTS[member];
  if (member !== "Condition") return argument === undefined ? { name, expression: undefined } : { name: `${name}, ${argument}`, expression: written[argument] };
  const conditions = listIn(written.condition).map((condition, at) => ({ condition, at }));
  const [only, ...others] = conditions.filter(({ condition }) => memberOf(condition, "test").constant_value === operator);
  const claim = key.slice(key.lastIndexOf(":"));
  const isAbout = ({ condition }: { readonly condition: JsonObject }): boolean => String(memberOf(condition, "variable").constant_value ?? "").endsWith(claim);
  const own = others.length === 0 ? only : [only, ...others].find((one) => one !== undefined && isAbout(one));
  return own === undefined
    ? { name: `${name}, a condition (${operator})`, expression: undefined }
    : { name: `${name}, condition ${own.at + 1} (${operator})`, expression: own.condition.values };
}

const ARGUMENTS: Readonly<Record<string, string>> = { Principal: "principals", Action: "actions", Effect: "effect" };

/** `module.a["x"].module.b.aws_iam_role.this[0]` in its parts, without keys. */
function partsOf(address: string): { readonly modules: readonly string[]; readonly resource: string } {
  const names = address.replaceAll(/\[("([^"\\]|\\.)*"|\d+)\]/g, "").split(".");
  const modules: string[] = [];
  while (names[0] === "module" && names.length > 2) {
    modules.push(names[1] ?? "");
    names.splice(0, 2);
  }
  return { modules, resource: names.join(".") };
}

function moduleAt(root: JsonObject, modules: readonly string[]): JsonObject {
  return modules.reduce((module, name) => memberOf(memberOf(memberOf(module, "module_calls"), name), "module"), root);
}

function resourceIn(module: JsonObject, address: string): JsonObject {
  return listIn(module.resources).find((resource) => resource.address === address) ?? {};
}

function expressionOf(module: JsonObject, address: string, attribute: string): Json | undefined {
  return memberOf(resourceIn(module, address), "expressions")[attribute];
}

/** Of an expression, and of the blocks in it. */
function referencesIn(expression: Json | undefined): readonly string[] {
  if (typeof expression !== "object" || expression === null) return [];
  const { references } = expression as JsonObject;
  if (Array.isArray(references)) return references.flatMap((one: Json) => (typeof one === "string" ? [one] : []));
  return Object.values(expression).flatMap((child) => referencesIn(child as Json));
}

function memberOf(object: Json | undefined, name: string): JsonObject {
  const member = typeof object === "object" && object !== null ? (object as JsonObject)[name] : undefined;
  return typeof member === "object" && member !== null ? (member as JsonObject) : {};
}

function listIn(value: Json | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return value as unknown as JsonObject[];
  return [];
}
