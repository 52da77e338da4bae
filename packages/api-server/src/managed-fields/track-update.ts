import type { Json, JsonObject } from "@irsa-sim/core";
import type { StoredObject } from "../storage/kubernetes-object.js";
import { compareFields, fieldSetOf } from "./field-set-of.js";
import { type Manager, manageable, readManagers, withWritten, writeManagers } from "./managers.js";
import { isEmpty } from "./path-set.js";
import { shapeOfKind } from "./shape.js";

/**
 * The managed fields after a write that applied nothing: what was written is the writer's now.
 *
 * @param after with the managers that the writer names, if it names any; a single one without fields stands for none at all
 * @returns `undefined` for an object whose managers are no longer to be kept
 */
export function trackUpdate(
  before: StoredObject,
  after: StoredObject,
  writer: { readonly kind: string } & Omit<Manager, "fields" | "operation">,
): Json | undefined {
  const named = readManagers(after.metadata.managedFields);
  if (named.length > 0 && named.every(({ fields }) => isEmpty(fields))) return undefined;
  const managers = named.length > 0 ? named : readManagers(before.metadata.managedFields);
  const { written, removed } = compareFields(before, after, shapeOfKind(writer.kind));
  const { name, apiVersion, time } = writer;
  const fields = manageable(written);
  if (isEmpty(fields) && isEmpty(manageable(removed))) return writeManagers(managers);
  return writeManagers(withWritten(managers, { name, apiVersion, time, operation: "Update", fields }, { removed }));
}

/** The managed fields of a new object that nobody applied: all of it is its writer's. */
export function managersOfNew(object: JsonObject, writer: { readonly kind: string } & Omit<Manager, "fields" | "operation">): Json {
  const { kind, ...manager } = writer;
  return writeManagers([{ ...manager, operation: "Update", fields: manageable(fieldSetOf(object, shapeOfKind(kind))) }]);
}
