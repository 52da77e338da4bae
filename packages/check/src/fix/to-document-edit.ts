import type { Edit, Json, SourceReference } from "@irsa-sim/core";
import { type EditedUnknown, type LocatedNode, memberOf, type TextEdit, textOf, toJson } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { Play } from "../play/create-stage.js";

/** A change of one of the user's own files. */
export interface DocumentEdit extends TextEdit {
  readonly file: string;
}

/**
 * Where an edit of a scenario stands in the user's files: from the nearest value above it that somebody wrote.
 *
 * @returns `null` for what stands in no file, such as a setting of the world
 */
export function toDocumentEdit(
  { source, pointer, value }: Edit,
  { scenario: { locate } }: { readonly scenario: Pick<Play["scenario"], "locate"> },
): DocumentEdit | null {
  const segments = pointer.split("/").slice(1);
  const pointerOf = (length: number): string =>
    segments
      .slice(0, length)
      .map((segment) => `/${segment}`)
      .join("");
  // What is still to come in a value stands with its members, also where the value is referred to.
  const contentAt = (length: number): SourceReference | null => locate(source, `${pointerOf(length)}/-`);
  let at = contentAt(0);
  let known = 0;
  // A value that is missing, or stands in a text, has the place of the one above it.
  while (at !== null && known < segments.length) {
    const next = contentAt(known + 1);
    if (next === null || isSame(next, at)) break;
    at = next;
    known += 1;
  }
  const reference = value === null ? locate(source, pointer) : null;
  // Whoever takes away what is referred to takes the reference away.
  if (reference !== null && at !== null && known === segments.length && !isSame(reference, at)) at = reference;
  if (at === null || at.file === ASSUMED.file || at.line === undefined || at.column === undefined) return null;
  const below = segments.slice(known).map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  return { file: at.file, at: { line: at.line, column: at.column }, below, value };
}

/** The edit with what its document comes to, for documents that are made of parameters and functions. */
export function withEvaluation(edit: DocumentEdit, { source }: Pick<Edit, "source">, { play: { tree, objects }, unknowns }: Evaluated): DocumentEdit {
  const applied = [...objects.values()].flat().flatMap(({ node }) => node ?? []);
  // Several objects may stand in one text, so that they have its place.
  const own = applied.filter((node) => nameOf(node) === source);
  const roots = own.length > 0 ? own : [tree, ...applied];
  return { ...edit, evaluation: { current: edit.below.length === 0 ? null : currentAt(roots, edit), unknowns } };
}

interface Evaluated {
  readonly play: Pick<Play, "tree" | "objects">;
  readonly unknowns: readonly EditedUnknown[];
}

/** `ServiceAccount/NAMESPACE/NAME`, as sources name it. */
function nameOf(node: LocatedNode): string {
  const metadata = memberOf(node, "metadata");
  return [memberOf(node, "kind"), memberOf(metadata, "namespace"), memberOf(metadata, "name")].map((part) => textOf(part) ?? "").join("/");
}

/** The outermost value at a place. */
function currentAt(nodes: readonly LocatedNode[], edit: DocumentEdit): Json {
  for (const node of nodes) {
    const { file, line, column } = node.place;
    if (node.kind === "object" && file === edit.file && line === edit.at.line && column === edit.at.column) return toJson(node);
    const children = node.kind === "scalar" ? [] : node.kind === "list" ? node.items : [...node.members.values()].map((member) => member.node);
    const found = currentAt(children, edit);
    if (found !== null) return found;
  }
  return null;
}

function isSame(a: SourceReference, b: SourceReference): boolean {
  return a.file === b.file && a.line === b.line && a.column === b.column;
}
