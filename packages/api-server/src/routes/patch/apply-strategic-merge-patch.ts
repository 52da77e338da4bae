/**
 * A strategic merge patch: a merge patch that knows Kubernetes' types, so that items of lists are told apart by their keys.
 * Leaves out: what a patch says of the order of lists, where new items come last.
 * @see https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { fieldOf, type GoType, membersOf } from "@irsa-sim/kubernetes-types/fields";
import { REFUSALS } from "../../kubernetes-status.js";
import { isSame } from "../../storage/is-same.js";

const DIRECTIVE = "$patch";
const RETAIN_KEYS = "$retainKeys";
const DELETE_PREFIX = "$deleteFromPrimitiveList/";
const ORDER_PREFIX = "$setElementOrder/";

/**
 * Applies a patch to an object of a kind.
 *
 * @throws {KubernetesStatus} 400 for an item without its key, or a directive that is none
 */
export function applyStrategicMergePatch(target: JsonObject, patch: JsonObject, kind: string): JsonObject {
  return mergeStructure(target, patch, `v1.${kind}`);
}

/** Without a structure, members are merged as a merge patch does it. */
function mergeStructure(target: JsonObject, patch: JsonObject, structure: string | null): JsonObject {
  const { [DIRECTIVE]: directive, [RETAIN_KEYS]: retained, ...members } = patch;
  if (directive === "replace") return members;
  if (directive === "delete") return {};
  if (directive !== undefined && directive !== "merge") throw REFUSALS.badRequest(`invalid value for $patch: ${JSON.stringify(directive)}`);
  const kept = Array.isArray(retained) ? Object.entries(target).filter(([key]) => retained.includes(key)) : Object.entries(target);
  const merged = new Map<string, Json>(kept);
  for (const [key, value] of Object.entries(members)) {
    if (key.startsWith(ORDER_PREFIX)) continue;
    if (key.startsWith(DELETE_PREFIX)) {
      const name = key.slice(DELETE_PREFIX.length);
      merged.set(
        name,
        listOf(merged.get(name)).filter((item) => !listOf(value).some((gone) => isSame(gone, item))),
      );
    } else if (value === null) merged.delete(key);
    else merged.set(key, mergeMember(merged.get(key), value, memberOf(structure, key)));
  }
  return Object.fromEntries(merged);
}

interface MemberShape {
  /** Of it, or of its items; `null` for what has no members that are known. */
  readonly structure: string | null;
  /** By which items are told apart; `null` for a list of values. */
  readonly key: string | null;
  readonly isMergedList: boolean;
}

const UNKNOWN: MemberShape = { structure: null, key: null, isMergedList: false };

function memberOf(structure: string | null, key: string): MemberShape {
  const member = structure === null ? undefined : membersOf(structure).find((candidate) => candidate.key === key);
  if (structure === null || member === undefined) return UNKNOWN;
  const { patch, patchKey } = fieldOf(structure, member);
  return { structure: structureIn(member.type), key: patchKey, isMergedList: patch.includes("merge") };
}

function structureIn(type: GoType): string | null {
  if (type.kind === "pointer" || type.kind === "list") return structureIn(type.of);
  return type.kind === "struct" ? type.name : null;
}

function mergeMember(target: Json | undefined, patch: Json, { structure, key, isMergedList }: MemberShape): Json {
  if (Array.isArray(patch)) {
    // Where nothing is yet, nothing is merged, and no key is asked for.
    if (!isMergedList || target === undefined) return withoutDirectives(patch);
    return key === null ? mergeValues(listOf(target), patch) : mergeItems(listOf(target), patch, { key, structure });
  }
  return isObject(patch) ? mergeStructure(isObject(target) ? target : {}, patch, structure) : patch;
}

function mergeValues(target: readonly Json[], patch: readonly Json[]): readonly Json[] {
  return [...target, ...patch.filter((value) => !target.some((there) => isSame(there, value)))];
}

function mergeItems(
  target: readonly Json[],
  patch: readonly Json[],
  { key, structure }: { readonly key: string; readonly structure: string | null },
): readonly Json[] {
  const items = patch.filter(isObject);
  if (items.some((item) => item[DIRECTIVE] === "replace" && item[key] === undefined)) return withoutDirectives(items);
  let merged = target.filter(isObject);
  for (const item of items) {
    const value = item[key];
    if (value === undefined) throw REFUSALS.badRequest(`map: ${JSON.stringify(item)} does not contain declared merge key: ${key}`);
    const isThere = (candidate: JsonObject): boolean => isSame(candidate[key], value);
    if (item[DIRECTIVE] === "delete") merged = merged.filter((candidate) => !isThere(candidate));
    else if (merged.some(isThere)) merged = merged.map((candidate) => (isThere(candidate) ? mergeStructure(candidate, item, structure) : candidate));
    else merged = [...merged, mergeStructure({}, item, structure)];
  }
  return merged;
}

/** A list that replaces another says so in an item that is none. */
function withoutDirectives(items: readonly Json[]): readonly Json[] {
  return items.filter((item) => !isObject(item) || item[DIRECTIVE] === undefined);
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
