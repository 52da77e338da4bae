import type { EpochMillis, Json } from "@irsa-sim/core";
import type { ObjectMeta } from "../storage/kubernetes-object.js";
import { humanDuration } from "./human-duration.js";

/** A column of a kind's table. */
export interface Column {
  readonly name: string;
  readonly type: "string" | "integer" | "boolean";
  /** `name` for the one that names the object. */
  readonly format?: "name";
  /** Whether it is shown only where there is room (`-o wide`). */
  readonly isWide?: boolean;
  readonly cell: (object: TableObject, now: EpochMillis) => Json;
}

/** An object as columns read it; what is absent is empty. */
export type TableObject = Readonly<Record<string, unknown>> & { readonly metadata: ObjectMeta & { readonly creationTimestamp?: string | null } };

/** A column of text. */
export function text(name: string, cell: Column["cell"]): Column {
  return { name, type: "string", cell };
}

/** A column of whole numbers. */
export function count(name: string, cell: Column["cell"]): Column {
  return { name, type: "integer", cell };
}

/** The same column, shown only where there is room. */
export function wide(column: Column): Column {
  return { ...column, isWide: true };
}

/** The object's name. */
export const NAME: Column = { ...text("Name", ({ metadata }) => metadata.name ?? ""), format: "name" };

/** For how long the object has been there. */
export const AGE: Column = text("Age", ({ metadata }, now) => since(metadata.creationTimestamp, now));

/** For how long something is over. */
export function since(timestamp: string | null | undefined, now: EpochMillis): string {
  return timestamp == null ? "<unknown>" : humanDuration(now - Date.parse(timestamp));
}

/** The value at a path of members; `undefined` where there is none. */
export function valueAt(object: unknown, path: string): unknown {
  let value = object;
  for (const member of path.split(".")) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[member];
  return value;
}

/** A number at a path; 0 where there is none. */
export function numberAt(object: unknown, path: string): number {
  const value = valueAt(object, path);
  return typeof value === "number" ? value : 0;
}

/** A text at a path; empty where there is none. */
export function textAt(object: unknown, path: string): string {
  const value = valueAt(object, path);
  return typeof value === "string" ? value : "";
}

/** A list at a path; empty where there is none. */
export function listAt(object: unknown, path: string): readonly Readonly<Record<string, unknown>>[] {
  const value = valueAt(object, path);
  return Array.isArray(value) ? value : [];
}

/** How many members there are at a path. */
export function sizeAt(object: unknown, path: string): number {
  return Object.keys((valueAt(object, path) ?? {}) as object).length;
}
