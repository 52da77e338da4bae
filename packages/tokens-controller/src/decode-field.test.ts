import { describe, expect, test } from "vitest";
import { parseTokenRequest } from "./token-request.js";

const UNDECODABLE = 'TokenRequest in version "v1" cannot be handled as a TokenRequest: json: cannot unmarshal';
const WRONG: Readonly<Record<string, unknown>> = { number: 1.5, bool: false, array: [], object: {}, string: "x" };

/** Every member, where Go's decoder would put it, and what it takes. */
const MEMBERS = [
  { path: ["metadata"], field: "TokenRequest.metadata of type v1.ObjectMeta", takes: ["object"] },
  { path: ["metadata", "name"], field: "ObjectMeta.metadata.name of type string", takes: ["string"] },
  { path: ["metadata", "namespace"], field: "ObjectMeta.metadata.namespace of type string", takes: ["string"] },
  { path: ["metadata", "uid"], field: "ObjectMeta.metadata.uid of type types.UID", takes: ["string"] },
  { path: ["spec"], field: "TokenRequest.spec of type v1.TokenRequestSpec", takes: ["object"] },
  { path: ["spec", "audiences"], field: "TokenRequestSpec.spec.audiences of type []string", takes: ["array"] },
  { path: ["spec", "expirationSeconds"], field: "TokenRequestSpec.spec.expirationSeconds of type int64", takes: [] },
  { path: ["spec", "boundObjectRef"], field: "TokenRequestSpec.spec.boundObjectRef of type v1.BoundObjectReference", takes: ["object"] },
  { path: ["spec", "boundObjectRef", "kind"], field: "BoundObjectReference.spec.boundObjectRef.kind of type string", takes: ["string"] },
  { path: ["spec", "boundObjectRef", "apiVersion"], field: "BoundObjectReference.spec.boundObjectRef.apiVersion of type string", takes: ["string"] },
  { path: ["spec", "boundObjectRef", "name"], field: "BoundObjectReference.spec.boundObjectRef.name of type string", takes: ["string"] },
  { path: ["spec", "boundObjectRef", "uid"], field: "BoundObjectReference.spec.boundObjectRef.uid of type types.UID", takes: ["string"] },
] as const;

const bodyWith = (path: readonly string[], value: unknown): string => JSON.stringify(path.reduceRight((inner, name) => ({ [name]: inner }), value));

describe("each member takes one type, and says so of every other", () => {
  test.each(MEMBERS.map((member) => ({ ...member, name: member.path.join(".") })))("$name", ({ path, field, takes }) => {
    for (const [type, value] of Object.entries(WRONG)) {
      const parse = () => parseTokenRequest(bodyWith(path, value));
      const found = type === "number" && field.endsWith("int64") ? "number 1.5" : type;
      if (takes.some((taken) => taken === type)) expect(parse).not.toThrow();
      else expect(parse).toThrow(`${UNDECODABLE} ${found} into Go struct field ${field}`);
    }
    expect(parseTokenRequest(bodyWith(path, null))).toEqual(parseTokenRequest(bodyWith(path, undefined)));
  });
});

test("what is there is taken over", () => {
  const metadata = { name: "a", namespace: "b", uid: "c" };
  const spec = { audiences: ["d"], expirationSeconds: 0, boundObjectRef: { kind: "e", apiVersion: "f", name: "g", uid: "h" } };
  expect(parseTokenRequest(JSON.stringify({ metadata, spec }))).toEqual({ metadata, ...spec });
});
