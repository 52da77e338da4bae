/**
 * PATCH of one object, in each of the four ways.
 * Differs from the API server for a value of another type in a strategic patch, whose fault is told in the words of the decoder and not in those of Go's converter.
 * Leaves out: applying a status; JSON patches of more than 10,000 operations being refused.
 */
import { goJson, type HttpResponse, type Json, type JsonObject } from "@irsa-sim/core";
import { REFUSALS } from "../../kubernetes-status.js";
import type { ApiCall, ApiServerParts } from "../api-call.js";
import { findObject } from "../find-object.js";
import { writeVersion } from "../write-version.js";
import { applyMergePatch } from "./apply-merge-patch.js";
import { goMap } from "./go-map.js";
import { readPatched } from "./read-changed.js";
import { readJsonPatch, readMergePatch, readPatchType } from "./read-patch.js";

/** What is rarely used is loaded when somebody uses it. */
export async function patchObject(parts: ApiServerParts, call: ApiCall): Promise<HttpResponse> {
  const type = readPatchType(call.request);
  if (type === "apply") {
    if (call.route.subresource !== null) throw REFUSALS.unsupportedPatch();
    const { applyObject } = await import("./apply-object.js");
    return applyObject(parts, call);
  }
  const patch = type === "json" ? readJsonPatch(call.request) : readMergePatch(call.request);
  const patched = await preparePatch(type, patch, call.route.resource.kind);
  const before = findObject(parts, call);
  const object = type === "merge" ? inOrder(patched(before)) : patched(before);
  // Of a strategic patch the patch itself is shown, as Go prints a map.
  const shown = type === "strategic" ? goMap(patch as JsonObject) : goJson(object);
  return writeVersion(parts, call, { before, sent: readPatched(call, object, shown) });
}

/** What a patch makes of an object. */
type Patched = (object: JsonObject) => JsonObject;

async function preparePatch(type: "json" | "merge" | "strategic", patch: JsonObject | readonly JsonObject[], kind: string): Promise<Patched> {
  if (Array.isArray(patch)) {
    const { applyJsonPatch } = await import("./apply-json-patch.js");
    return (object) => applyJsonPatch(object, patch);
  }
  const members = patch as JsonObject;
  if (type === "merge") return (object) => applyMergePatch(object, members);
  const { applyStrategicMergePatch } = await import("./apply-strategic-merge-patch.js");
  return (object) => applyStrategicMergePatch(object, members, kind);
}

/** As the library of merge patches writes what it made: with keys in order, so that the first fault is that of the first key. */
function inOrder(object: JsonObject): JsonObject {
  const ordered = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(ordered);
    return typeof value === "object" && value !== null ? inOrder(value as JsonObject) : value;
  };
  const members = Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, value]) => [key, ordered(value as Json)]));
}
