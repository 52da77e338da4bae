/**
 * JSON Patches as `evanphx/json-patch` applies them, which Kubernetes uses: more forgiving than RFC 6902 where it replaces what is not there.
 * @see https://pkg.go.dev/gopkg.in/evanphx/json-patch.v4
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { isSame } from "../storage/is-same.js";
import { addAt, type Container, type FoundPlace, findPlace, removeAt, setAt, valueAt } from "./containers.js";
import { PatchError } from "./patch-error.js";

const MISSING = "missing value";

/**
 * Applies operations one after another, all or none.
 *
 * @throws {PatchError} for the first that does not apply
 * @example applyOperations({ a: 1 }, [{ op: "remove", path: "/a" }]) // => {}
 */
export function applyOperations(target: JsonObject, operations: readonly JsonObject[]): JsonObject {
  let patched = structuredClone(target) as Container;
  for (const operation of operations) patched = applyOne(patched, operation);
  return patched as JsonObject;
}

function applyOne(root: Container, operation: JsonObject): Container {
  const op = typeof operation.op === "string" ? operation.op : "unknown";
  switch (op) {
    case "add":
      add(root, operation);
      return root;
    case "remove":
      remove(root, operation);
      return root;
    case "replace":
      return replace(root, operation);
    case "move":
      move(root, operation);
      return root;
    case "copy":
      copy(root, operation);
      return root;
    case "test":
      test(root, operation);
      return root;
    default:
      throw new PatchError(`Unexpected kind: ${op}`);
  }
}

function add(root: Container, operation: JsonObject): void {
  const path = textOf(operation.path) ?? refuse(`add operation failed to decode path: ${MISSING}`);
  const place = findPlace(root, path) ?? refuse(`add operation does not apply: doc is missing path: "${path}": ${MISSING}`);
  told(`error in add for path: '${path}'`, () => addAt(place, operandOf(operation)));
}

function remove(root: Container, operation: JsonObject): void {
  const path = textOf(operation.path) ?? refuse(`remove operation failed to decode path: ${MISSING}`);
  const place = findPlace(root, path) ?? refuse(`remove operation does not apply: doc is missing path: "${path}": ${MISSING}`);
  told(`error in remove for path: '${path}'`, () => removeAt(place));
}

function replace(root: Container, operation: JsonObject): Container {
  const path = textOf(operation.path) ?? refuse(`replace operation failed to decode path: ${noMember("path")}`);
  const value = operandOf(operation);
  if (path === "") {
    if (typeof value === "object" && value !== null) return value as Container;
    return refuse("replace operation value must be object or array: %!w(<nil>)");
  }
  const place = findPlace(root, path) ?? refuse(`replace operation does not apply: doc is missing path: ${path}: ${MISSING}`);
  told(null, () => valueAt(place), `replace operation does not apply: doc is missing key: ${path}: ${MISSING}`);
  setAt(place, value);
  return root;
}

function move(root: Container, operation: JsonObject): void {
  const from = textOf(operation.from) ?? refuse(`move operation failed to decode from: ${noMember("from")}`);
  const source = findPlace(root, from) ?? refuse(`move operation does not apply: doc is missing from path: ${from}: ${MISSING}`);
  const value = told(`error in move for path: '${source.key}'`, () => valueAt(source));
  told(`error in move for path: '${source.key}'`, () => removeAt(source));
  const path = textOf(operation.path) ?? refuse(`move operation failed to decode path: ${noMember("path")}`);
  const target = destination(root, "move", path);
  told(`error in move for path: '${path}'`, () => addAt(target, value));
}

function copy(root: Container, operation: JsonObject): void {
  const from = textOf(operation.from) ?? refuse(`copy operation failed to decode from: ${noMember("from")}`);
  const source = findPlace(root, from) ?? refuse(`copy operation does not apply: doc is missing from path: ${from}: ${MISSING}`);
  const value = told(`error in copy for from: '${from}'`, () => valueAt(source));
  const path = textOf(operation.path) ?? refuse(`copy operation failed to decode path: ${MISSING}`);
  const target = destination(root, "copy", path);
  told("error while adding value during copy", () => addAt(target, structuredClone(value) as Json));
}

function test(root: Container, operation: JsonObject): void {
  const path = textOf(operation.path) ?? refuse(`test operation failed to decode path: ${noMember("path")}`);
  const value = path === "" ? (root as Json) : testedValue(root, path);
  if (!isSame(value, operandOf(operation))) throw new PatchError(`testing value ${path} failed: test failed`);
}

function testedValue(root: Container, path: string): Json {
  const place = findPlace(root, path) ?? refuse(`test operation does not apply: is missing path: ${path}: ${MISSING}`);
  return told(`error in test for path: '${path}'`, () => valueAt(place));
}

function destination(root: Container, op: string, path: string): FoundPlace {
  return findPlace(root, path) ?? refuse(`${op} operation does not apply: doc is missing destination path: ${path}: ${MISSING}`);
}

/** A member that is left out stands for `null`. */
function operandOf({ value = null }: JsonObject): Json {
  return structuredClone(value) as Json;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function noMember(name: "path" | "from"): string {
  return `operation${name === "from" ? "," : ""} missing ${name} field: ${MISSING}`;
}

function refuse(message: string): never {
  throw new PatchError(message);
}

/** Does something, and says before its fault what it was for; or something else in its place. */
function told<Value>(what: string | null, act: () => Value, instead?: string): Value {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof PatchError)) throw error;
    throw new PatchError(instead ?? `${what}: ${error.message}`);
  }
}
