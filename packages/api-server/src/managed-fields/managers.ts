/** Who manages which fields of an object, as `metadata.managedFields` keeps it. */
import type { Json, JsonObject } from "@irsa-sim/core";
import { at, branching, difference, EMPTY, fromFieldsV1, isEmpty, type PathSet, toFieldsV1, union } from "./path-set.js";

/** A manager's part of an object. */
export interface Manager {
  readonly name: string;
  /** Whether it applied the fields, or wrote them otherwise. */
  readonly operation: "Apply" | "Update";
  readonly apiVersion: string;
  /** When it last changed something, RFC 3339. */
  readonly time: string;
  readonly fields: PathSet;
}

/** The managers that an object names. */
export function readManagers(managedFields: Json | undefined): readonly Manager[] {
  const entries = (managedFields ?? []) as readonly JsonObject[];
  return entries.map(({ manager, operation, apiVersion, time, fieldsV1 }) => ({
    name: String(manager ?? ""),
    operation: operation === "Apply" ? "Apply" : "Update",
    apiVersion: String(apiVersion ?? ""),
    time: String(time ?? ""),
    fields: fromFieldsV1((fieldsV1 ?? {}) as JsonObject),
  }));
}

/** As an object names them: who manages nothing is left out, who applies comes first. */
export function writeManagers(managers: readonly Manager[]): Json {
  const sorted = managers.filter(({ fields }) => !isEmpty(fields)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return sorted.map(({ name, operation, apiVersion, time, fields }) => ({
    manager: name,
    operation,
    apiVersion,
    time,
    fieldsType: "FieldsV1",
    fieldsV1: toFieldsV1(fields),
  }));
}

function keyOf({ name, operation, time }: Manager): string {
  return `${operation} ${time} ${name}`;
}

/** The managers after one has written: its fields are these too, and nobody's any more are those that it took or that are gone. */
export function withWritten(managers: readonly Manager[], writer: Manager, { removed }: { readonly removed: PathSet }): readonly Manager[] {
  const isWriter = ({ name, operation }: Manager): boolean => name === writer.name && operation === writer.operation;
  const before = managers.find(isWriter)?.fields ?? EMPTY;
  const others = managers.filter((manager) => !isWriter(manager)).map((manager) => without(manager, union(writer.fields, removed)));
  return [...others, { ...writer, fields: union(difference(before, removed), writer.fields) }];
}

/** A manager without some fields. */
export function without(manager: Manager, fields: PathSet): Manager {
  return { ...manager, fields: difference(manager.fields, fields) };
}

const UNMANAGED = ["name", "namespace", "uid", "resourceVersion", "creationTimestamp", "generation", "managedFields", "selfLink"];

/** The paths of a set that somebody can manage: not what an object is, and not what the server alone says. */
export function manageable(fields: PathSet): PathSet {
  const metadata = at(fields, "f:metadata");
  const own = branching([...metadata.children].filter(([branch]) => !UNMANAGED.includes(branch.slice(2))));
  return branching(
    [...fields.children].flatMap(([branch, child]) => (IDENTITY.includes(branch) ? [] : [[branch, branch === "f:metadata" ? own : child] as const])),
  );
}

const IDENTITY = ["f:apiVersion", "f:kind"];
