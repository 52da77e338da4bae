/**
 * Server-side apply: an object as one of its managers wants it, merged into what is there.
 * Leaves out: moving fields between versions of a kind, of which there is one each.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
import type { Json, JsonObject } from "@irsa-sim/core";
import { compareFields, fieldSetOf, unionOf } from "./field-set-of.js";
import { type Manager, manageable, without } from "./managers.js";
import { at, difference, EMPTY, intersection, isEmpty, type PathSet } from "./path-set.js";
import { joinParts, type Part, partsOf, type Shape } from "./shape.js";

/** What is applied, by whom, to what. */
export interface Application {
  readonly live: JsonObject;
  readonly configuration: JsonObject;
  readonly shape: Shape;
  readonly managers: readonly Manager[];
  /** The one that applies, with all that it is but its fields. */
  readonly manager: Omit<Manager, "fields">;
  /** Takes what others manage; otherwise that is a conflict. */
  readonly isForced: boolean;
}

/** A field that is applied and another manages with another value. */
export interface Conflict {
  readonly manager: Manager;
  readonly fields: PathSet;
}

/** What applying comes to. */
export type Applied = { readonly object: JsonObject; readonly managers: readonly Manager[] } | { readonly conflicts: readonly Conflict[] };

/** Applies a configuration. */
export function applyConfiguration({ live, configuration, shape, managers, manager, isForced }: Application): Applied {
  const isOwn = ({ name, operation }: Manager): boolean => name === manager.name && operation === "Apply";
  const last = managers.find(isOwn)?.fields ?? EMPTY;
  const others = managers.filter((other) => !isOwn(other));
  const fields = manageable(fieldSetOf(configuration, shape));
  const merged = merge(live, configuration, shape) as JsonObject;
  const given = difference(last, fields);
  const object = prune(merged, shape, { given, kept: unionOf([fields, ...others.map((other) => other.fields)]) }) as JsonObject;
  const { written, removed } = compareFields(live, object, shape);
  const conflicts = others.map((other) => ({ manager: other, fields: intersection(other.fields, manageable(written)) })).filter((one) => !isEmpty(one.fields));
  if (conflicts.length > 0 && !isForced) return { conflicts };
  const left = others.map((other) => without(without(other, manageable(written)), removed));
  return { object, managers: [...left, { ...manager, fields }] };
}

/** What is applied goes over what is there; items of lists that are told apart stand in the order in which they are applied, the others behind them. */
function merge(live: Json | undefined, applied: Json, shape: Shape): Json {
  if (live === undefined || live === null || applied === null || shape.kind === "whole") return applied;
  const there = new Map(partsOf(live, shape).map((part) => [part.branch, part]));
  const wanted = partsOf(applied, shape);
  const over = (part: Part): Part => ({ ...part, value: merge(there.get(part.branch)?.value, part.value, part.shape) });
  const isWanted = new Set(wanted.map(({ branch }) => branch));
  const rest = [...there.values()].filter(({ branch }) => !isWanted.has(branch));
  if (shape.kind === "list") return joinParts([...wanted.map(over), ...rest], shape);
  const byBranch = new Map(wanted.map((part) => [part.branch, over(part)]));
  const kept = [...there.values()].map((part) => byBranch.get(part.branch) ?? part);
  return joinParts([...kept, ...wanted.filter(({ branch }) => !there.has(branch)).map(over)], shape);
}

/** Takes away what the manager no longer applies and nobody else manages; what becomes empty by that goes too. */
function prune(value: Json, shape: Shape, { given, kept }: { readonly given: PathSet; readonly kept: PathSet }): Json | undefined {
  if (isEmpty(given)) return value;
  if (given.isMember && isEmpty(kept)) return undefined;
  const parts = partsOf(value, shape);
  const left = parts.flatMap((part) => {
    const pruned = prune(part.value, part.shape, { given: at(given, part.branch), kept: at(kept, part.branch) });
    return pruned === undefined ? [] : [{ ...part, value: pruned }];
  });
  return left.length === 0 && parts.length > 0 && isEmpty(kept) ? undefined : shape.kind === "whole" ? value : joinParts(left, shape);
}
