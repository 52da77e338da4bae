import type { JsonObject } from "@irsa-sim/core";
import type { GoValue } from "../json/go-value.js";
import { parseGoJson } from "../json/parse-go-json.js";
import { isStructure } from "../structures/members-of.js";
import REGISTERED_KINDS from "../structures/registered-kinds.json" with { type: "json" };
import { parseGoYaml } from "../yaml/parse-go-yaml.js";
import { decodeStructure } from "./decode-structure.js";
import { EXACT } from "./decode-value.js";
import { DecodingError } from "./decoding-error.js";

/** A kind of object as its group serves it. */
export interface ObjectKind {
  readonly kind: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
}

/** How a body is to be read. */
export interface DecodingOptions {
  readonly expected: ObjectKind;
  readonly mediaType: "application/json" | "application/yaml";
}

/** What a body says. */
export interface DecodedObject {
  /** Without what is not known, with `kind` and `apiVersion` as they were written. */
  readonly object: JsonObject;
  /** What the body says that it is, filled in from what was expected. */
  readonly actual: ObjectKind;
  /** What a strict reader refuses: `unknown field "spec.nope"`. */
  readonly problems: readonly string[];
}

/** A body that cannot be read; `actual` is what it says that it is, when that could be read. */
export class BodyError extends Error {
  readonly actual: ObjectKind | null;

  constructor(message: string, actual: ObjectKind | null) {
    super(message);
    this.name = "BodyError";
    this.actual = actual;
  }
}

/**
 * Reads an object from a body, as an API server does.
 *
 * A kind in another version that the server knows is read as the expected one, and `actual` tells of it.
 *
 * @throws {BodyError} in the server's words
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/runtime/serializer/json
 * @example
 * decodeObject("{}", { expected: { kind: "Pod", group: "", version: "v1" }, mediaType: "application/json" });
 */
export function decodeObject(body: string, { expected, mediaType }: DecodingOptions): DecodedObject {
  const { value, duplicates } = parse(body, mediaType);
  const actual = recognise(value, expected);
  const confusion = findConfusion(actual, expected);
  if (confusion !== null) throw new BodyError(findOwnFault(value, actual) ?? confusion, actual);
  const { object, error, problems } = decodeStructure(value, `v1.${expected.kind}`, EXACT);
  if (error !== null) throw new BodyError(error.message, actual);
  return { object, actual, problems: duplicates === null ? problems : [duplicates, ...problems] };
}

/** Why a body is not of the kind that is expected, in the server's words; `null` for one that is. */
function findConfusion(actual: ObjectKind, expected: ObjectKind): string | null {
  const version = apiVersionOf(actual);
  if (actual.kind === expected.kind && version === apiVersionOf(expected)) return null;
  if (!isRegistered(version, actual.kind))
    return `no kind ${JSON.stringify(actual.kind)} is registered for version ${JSON.stringify(version)} in scheme "${SCHEME}"`;
  if (actual.kind === expected.kind && actual.group === expected.group) return null;
  const [internal] = (expected.group || "core").split(".");
  return `converting (${actual.version}.${actual.kind}) to (${internal}.${expected.kind}): unknown conversion`;
}

/** A body of another kind is read as that one first; what is wrong with it as such is told before that it is the wrong one. */
function findOwnFault(value: GoValue, { kind, version, group }: ObjectKind): string | null {
  const structure = `${version}.${kind}`;
  const isKnown = isRegistered(apiVersionOf({ group, version }), kind) && isStructure(structure);
  return isKnown ? (decodeStructure(value, structure, EXACT).error?.message ?? null) : null;
}

/** Kinds that every scheme has in every version. */
const OPTIONS = ["CreateOptions", "DeleteOptions", "GetOptions", "ListOptions", "PatchOptions", "UpdateOptions", "WatchEvent"];
const KINDS: Readonly<Record<string, string>> = REGISTERED_KINDS;

function isRegistered(apiVersion: string, kind: string): boolean {
  const kinds = KINDS[apiVersion];
  return kinds !== undefined && (OPTIONS.includes(kind) || kinds.split(" ").includes(kind));
}

/** Where a server keeps its kinds, as its messages say: the place in its source at which the list is made. */
const SCHEME = "pkg/runtime/scheme.go:111";

/** `v1`, or `authentication.k8s.io/v1`. */
export function apiVersionOf({ group, version }: Pick<ObjectKind, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}

function parse(body: string, mediaType: DecodingOptions["mediaType"]): { readonly value: GoValue; readonly duplicates: string | null } {
  try {
    return mediaType === "application/yaml" ? parseGoYaml(body) : { value: parseGoJson(body), duplicates: null };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    throw new BodyError(mediaType === "application/yaml" ? error.message : noVersionAndKind(error.message), null);
  }
}

const VERSION_AND_KIND = `struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;

/**
 * What a body says that it is, filled in from what was expected.
 *
 * @throws {BodyError} when it says that in no proper way
 */
export function recognise(value: GoValue, expected: ObjectKind): ObjectKind {
  if (value.kind === "null") return expected;
  if (value.kind !== "object") throw new BodyError(noVersionAndKind(`json: cannot unmarshal ${value.kind} into Go value of type ${VERSION_AND_KIND}`), null);
  const said = { kind: "", apiVersion: "" };
  for (const [key, member] of value.members) {
    // This one reader takes keys in any case.
    const name = key.toLowerCase() === "kind" ? "kind" : key.toLowerCase() === "apiversion" ? "apiVersion" : null;
    if (name === null || member.kind === "null") continue;
    if (member.kind !== "string")
      throw new BodyError(noVersionAndKind(`json: cannot unmarshal ${member.kind} into Go struct field .${name} of type string`), null);
    said[name] = member.value;
  }
  const parts = said.apiVersion.split("/");
  if (parts.length > 2) throw new BodyError(`unexpected GroupVersion string: ${said.apiVersion}`, null);
  const [first = "", second] = parts;
  const { group, version } = said.apiVersion === "" ? expected : second === undefined ? { group: "", version: first } : { group: first, version: second };
  return { kind: said.kind || expected.kind, group, version };
}

function noVersionAndKind(problem: string): string {
  return `couldn't get version/kind; json parse error: ${problem}`;
}
