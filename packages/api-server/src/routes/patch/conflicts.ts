/**
 * Conflicts of server-side apply: what a client is told of them, and when there is none after all.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
 */
import type { JsonObject } from "@irsa-sim/core";
import type { Conflict } from "../../managed-fields/apply-configuration.js";
import { compareFields, fieldSetOf } from "../../managed-fields/field-set-of.js";
import type { Manager } from "../../managed-fields/managers.js";
import { describePaths, difference, isEmpty } from "../../managed-fields/path-set.js";
import type { Shape } from "../../managed-fields/shape.js";
import type { StoredObject } from "../../storage/kubernetes-object.js";

const LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

/** The message of a refusal, and its causes. */
export interface ConflictDescription {
  readonly message: string;
  readonly causes: readonly { readonly reason: string; readonly message: string; readonly field: string }[];
}

/** Tells of conflicts, by managers. */
export function describeConflicts(conflicts: readonly Conflict[]): ConflictDescription {
  const all = conflicts.flatMap(({ manager, fields }) => describePaths(fields).map((field) => ({ who: describeManager(manager), field })));
  const causes = all.map(({ who, field }) => ({ reason: "FieldManagerConflict", message: `conflict with ${who}`, field }));
  const [only, ...more] = all;
  if (only !== undefined && more.length === 0) return { message: `Apply failed with 1 conflict: conflict with ${only.who}: ${only.field}`, causes };
  const managers = [...new Set(all.map(({ who }) => who))].sort();
  const lines = managers.flatMap((who) => [`conflicts with ${who}:`, ...all.filter((one) => one.who === who).map(({ field }) => `- ${field}`)]);
  return { message: `Apply failed with ${all.length} conflicts: ${lines.join("\n")}`, causes };
}

function describeManager({ name, operation, apiVersion }: Manager): string {
  return operation === "Apply" ? JSON.stringify(name) : `${JSON.stringify(name)} using ${apiVersion}`;
}

/** Whether kubectl only takes over what it applied itself, on its own side, before. */
export function areAllLastApplied(
  conflicts: readonly Conflict[],
  live: StoredObject,
  { manager, shape }: { readonly manager: string; readonly shape: Shape },
): boolean {
  const text = live.metadata.annotations?.[LAST_APPLIED];
  if (manager !== "kubectl" || text === undefined) return false;
  const applied = parseAnnotation(text);
  // What somebody has changed since is not what was applied.
  const { written, removed } = compareFields(applied, live, shape);
  const last = difference(difference(fieldSetOf(applied, shape), written), removed);
  return conflicts.every(({ fields }) => isEmpty(difference(fields, last)));
}

function parseAnnotation(text: string): JsonObject {
  try {
    return JSON.parse(text) as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}
