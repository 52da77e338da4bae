/** Bodies of the query protocol, and of EC2's kind of it. */
import type { Json, JsonObject } from "@irsa-sim/core";
import type { FoundOperation } from "../operations/find-operation.js";
import type { Api, Member, Members } from "../service.js";
import { memberOf } from "./member-of.js";

/** The form of an operation: `Action`, `Version`, and each parameter under its path, such as `Tags.member.1.Key`. */
export function encodeQuery({ api, name, operation }: FoundOperation, parameters: JsonObject): string {
  const fields: [string, string][] = [
    ["Action", name],
    ["Version", api.apiVersion],
  ];
  for (const [path, value] of flattenMembers(api, operation.input ?? {}, { path: "", parameters })) fields.push([path, value]);
  return new URLSearchParams(fields).toString();
}

type Fields = readonly (readonly [path: string, value: string])[];

function flattenMembers(api: Api, members: Members, { path, parameters }: { readonly path: string; readonly parameters: JsonObject }): Fields {
  return Object.entries(parameters).flatMap(([name, value]) => {
    const member = memberOf(members, name);
    const written = member.name ?? (members[name] === undefined && api.protocol === "ec2" ? name.charAt(0).toUpperCase() + name.slice(1) : name);
    return flatten(api, member, { path: path === "" ? written : `${path}.${written}`, value });
  });
}

function flatten(api: Api, member: Member, { path, value }: { readonly path: string; readonly value: Json }): Fields {
  const shape = member.of === undefined ? {} : (api.shapes?.[member.of] ?? {});
  const inner = shape.of === undefined ? {} : { of: shape.of };
  if (Array.isArray(value)) {
    const at = member.flat === true || api.protocol === "ec2" ? flatPath(path, shape.element) : `${path}.${shape.element ?? "member"}`;
    return value.flatMap((one: Json, index) => flatten(api, inner, { path: `${at}.${index + 1}`, value: one }));
  }
  if (typeof value !== "object" || value === null) return value === null ? [] : [[path, String(value)]];
  if (shape.key === undefined) return flattenMembers(api, shape.members ?? {}, { path, parameters: value as JsonObject });
  const { key, value: valueName = "value" } = shape;
  const at = member.flat === true ? path : `${path}.entry`;
  return Object.entries(value as JsonObject).flatMap(([name, one], index) => [
    [`${at}.${index + 1}.${key}`, name] as const,
    ...flatten(api, inner, { path: `${at}.${index + 1}.${valueName}`, value: one }),
  ]);
}

/** A list without an element around its entries is called as its entries, where they have a name. */
function flatPath(path: string, element: string | undefined): string {
  if (element === undefined || element === "" || element === "member") return path;
  return [...path.split(".").slice(0, -1), element].join(".");
}
