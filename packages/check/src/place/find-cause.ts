import type { Failure, SourceReference } from "@irsa-sim/core";
import { type LocatedNode, memberOf, type Place, type TextEdit } from "@irsa-sim/documents";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { toDocumentEdit } from "../fix/to-document-edit.js";
import type { Relation } from "../relate/relation.js";
import { isListed } from "../relate/service-account-of.js";
import { findPointer, toSegment } from "./find-pointer.js";

/**
 * Where in the user's files the cause of a failure stands: what the fix would change, then the two values that differ; each once, with the pointer into its document.
 * Where none of these stands in a file it is what says which role the pod gets, or does not say it.
 */
export function findCause(
  { cause, edits, expectedFrom, actualFrom }: Pick<Failure, "cause" | "edits" | "expectedFrom" | "actualFrom">,
  { scenario, relation: { roleArn, serviceAccount, serviceAccountName, webhook, workload }, trees }: Around,
): readonly SourceReference[] {
  const mended = edits.flatMap((edit) => {
    const found = toDocumentEdit(edit, { scenario });
    return found === null ? [] : [{ file: found.file, ...found.at, below: found.below }];
  });
  const compared = [expectedFrom, actualFrom].flatMap((from) =>
    from?.line === undefined || from.column === undefined ? [] : [{ file: from.file, line: from.line, column: from.column, below: [] }],
  );
  const metadata = memberOf(serviceAccount?.document.node ?? null, "metadata");
  const isInConfigMap = cause?.startsWith("webhook-config-map-") || isListed({ namespace: workload.namespace, name: serviceAccountName }, { webhook });
  const { place } =
    (cause === "webhook-absent-fail-open" ? webhook.down?.at : null) ??
    roleArn ??
    (isInConfigMap ? webhook.config : null) ??
    memberOf(metadata, "annotations") ??
    metadata ??
    workload.document.node;
  const found = [...mended, ...compared].flatMap((one) => located(one, trees));
  return [...new Map((found.length === 0 ? located({ ...place, below: [] }, trees) : found).map((one) => [`${one.file}${one.pointer}`, one])).values()];
}

interface Around {
  readonly scenario: Pick<LoadedScenario, "locate">;
  readonly relation: Pick<Relation, "roleArn" | "serviceAccount" | "serviceAccountName" | "webhook" | "workload">;
  /** The documents of each file. */
  readonly trees: ReadonlyMap<string, readonly LocatedNode[]>;
}

function located({ file, line, column, below }: Place & Pick<TextEdit, "below">, trees: Around["trees"]): readonly SourceReference[] {
  const documents = trees.get(file);
  if (documents === undefined) return [];
  const found = findPointer(documents, { line, column });
  if (found === null) return documents.length === 0 ? [{ file, line, column }] : [];
  // A policy in a text has pointers of its own, also where a function makes the text.
  const isText = found.node.kind === "scalar" || /\/Fn::(Join|Sub)$/.test(found.pointer);
  const further = isText ? [] : below.map(toSegment);
  return [{ file, pointer: found.pointer + further.join(""), line, column }];
}
