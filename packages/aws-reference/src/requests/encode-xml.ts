/** Documents that REST services with XML are sent. */
import type { Json, JsonObject } from "@irsa-sim/core";
import { XMLBuilder } from "fast-xml-parser";
import type { FoundOperation } from "../operations/find-operation.js";
import type { Api, Member, Members } from "../service.js";
import { memberOf } from "./member-of.js";

const builder = new XMLBuilder({ format: false, ignoreAttributes: false, attributeNamePrefix: "@" });

/** What is written. */
export interface XmlContent {
  /** The parameter that is the body; `null` when all parameters of the body are members of the root. */
  readonly root: string | null;
  readonly value: Json;
}

/** The body as XML: elements called as the API's shapes say. */
export function encodeXml({ api, name, operation }: FoundOperation, { root, value }: XmlContent): string {
  const member = root === null ? {} : memberOf(operation.input, root);
  const element = root === null ? (operation.root ?? `${name}Request`) : (member.name ?? root);
  const namespace = typeof api.xmlNamespace === "string" ? api.xmlNamespace : (api.xmlNamespace?.uri ?? NAMESPACES[api.id]);
  const content = root === null ? elementsOf(api, operation.input ?? {}, value as JsonObject) : write(api, member, value);
  const attributes = namespace === undefined ? {} : { "@xmlns": namespace };
  return builder.build({ [element]: typeof content === "object" ? { ...attributes, ...content } : content });
}

/** Which botocore's description has not. */
const NAMESPACES: Readonly<Record<string, string>> = { s3: "http://s3.amazonaws.com/doc/2006-03-01/" };

type Content = string | readonly Content[] | { readonly [element: string]: Content };

function elementsOf(api: Api, members: Members, values: JsonObject): Readonly<Record<string, Content>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const member = memberOf(members, name);
      return [member.name ?? name, write(api, member, value)];
    }),
  );
}

function write(api: Api, member: Member, value: Json): Content {
  const shape = member.of === undefined ? {} : (api.shapes?.[member.of] ?? {});
  const inner = shape.of === undefined ? {} : { of: shape.of };
  if (Array.isArray(value)) {
    const entries = value.map((one: Json) => write(api, inner, one));
    return member.flat === true ? entries : { [shape.element ?? "member"]: entries };
  }
  if (typeof value === "object" && value !== null) return elementsOf(api, shape.members ?? {}, value as JsonObject);
  return String(value);
}
