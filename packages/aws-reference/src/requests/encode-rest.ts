/** Requests of the REST protocols: parameters in path, query, headers and body. */
import type { Json, JsonObject } from "@irsa-sim/core";
import type { FoundOperation } from "../operations/find-operation.js";
import type { Member } from "../service.js";
import { encodeXml } from "./encode-xml.js";
import type { EncodedRequest } from "./encoded-request.js";
import { memberOf } from "./member-of.js";

/** Writes a request; what stands nowhere else stands in the body. */
export function encodeRest(found: FoundOperation, parameters: JsonObject): EncodedRequest {
  const { api, operation } = found;
  const placed = Object.entries(parameters).map(([name, value]) => ({ name, value, member: memberOf(operation.input, name) }));
  const at = (place: Member["at"]) => placed.filter(({ member }) => member.at === place);
  const headers = at("header").map(({ name, value, member }) => [(member.name ?? name).toLowerCase(), headerText(value, member)]);
  const prefixed = at("headers").flatMap(({ value, member }) =>
    Object.entries(value as JsonObject).map(([key, one]) => [`${member.name ?? ""}${key}`.toLowerCase(), String(one)]),
  );
  const body = encodeBody(found, Object.fromEntries(at(undefined).map(({ name, value }) => [name, value])));
  return {
    method: operation.method ?? "POST",
    path: encodePath(operation.uri ?? "/", { uri: at("uri"), query: at("querystring") }),
    headers: {
      ...(body === "" ? {} : { "content-type": api.protocol === "rest-json" ? "application/json" : "application/xml" }),
      ...Object.fromEntries([...headers, ...prefixed]),
    },
    body,
  };
}

interface Placed {
  readonly name: string;
  readonly value: Json;
  readonly member: Member;
}

function encodePath(template: string, { uri, query }: { readonly uri: readonly Placed[]; readonly query: readonly Placed[] }): string {
  const [path = "/", fixed = ""] = template.split("?");
  const labels = new Map(uri.map(({ name, value, member }) => [member.name ?? name, String(value)]));
  const filled = path.replaceAll(/\{([^}+]+)(\+?)\}/g, (_, label: string, greedy: string) => {
    const encoded = encodeURIComponent(labels.get(label) ?? "");
    return greedy === "" ? encoded : encoded.replaceAll("%2F", "/");
  });
  const asked = query.flatMap(({ name, value, member }) => queryFields(member.name ?? name, value));
  const search = [...(fixed === "" ? [] : [fixed]), ...asked.map(([key, text]) => `${encodeURIComponent(key)}=${encodeURIComponent(text)}`)].join("&");
  return search === "" ? filled : `${filled}?${search}`;
}

function queryFields(name: string, value: Json): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return value.map((one: Json) => [name, String(one)] as const);
  if (typeof value === "object" && value !== null) return Object.entries(value).flatMap(([key, one]) => queryFields(key, one as Json));
  return [[name, String(value)]];
}

function headerText(value: Json, { is }: Member): string {
  return is === "timestamp" ? new Date(String(value)).toUTCString() : Array.isArray(value) ? value.join(",") : String(value);
}

function encodeBody(found: FoundOperation, members: JsonObject): string {
  const { api, operation } = found;
  if (operation.payload !== undefined) {
    const value = members[operation.payload];
    if (value === undefined || value === null) return "";
    if (typeof value !== "object") return String(value);
    return api.protocol === "rest-json" ? JSON.stringify(value) : encodeXml(found, { root: operation.payload, value });
  }
  const hasBody = Object.keys(operation.input ?? {}).some((name) => memberOf(operation.input, name).at === undefined);
  if (!hasBody) return "";
  if (api.protocol === "rest-json") return JSON.stringify(members);
  return Object.keys(members).length === 0 ? "" : encodeXml(found, { root: null, value: members });
}
