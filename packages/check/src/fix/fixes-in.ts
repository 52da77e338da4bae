import type { Checked } from "../check.js";
import type { PlayedWorkload } from "../play/play-workload.js";
import { type DocumentEdit, toDocumentEdit, withEvaluation } from "./to-document-edit.js";

/** What would mend a workload. */
export interface Fix {
  /** As `namesOf` names it. */
  readonly workload: string;
  readonly edits: readonly DocumentEdit[];
}

/** The fixes of all that is broken, where there is one. */
export function fixesIn({ played, unknowns }: Pick<Checked, "played" | "unknowns">): readonly Fix[] {
  const names = namesOf(played);
  return played.map((workload, index) => ({ workload: names[index] ?? "", edits: editsOf(workload, unknowns) })).filter(({ edits }) => edits.length > 0);
}

/** A name of its own for each workload, the same after files are changed. */
export function namesOf(played: readonly PlayedWorkload[]): readonly string[] {
  const seen = new Map<string, number>();
  return played.map(({ workload: { kind, namespace, name, from } }) => {
    const own = `${from.file} ${kind} ${namespace}/${name}`;
    const count = (seen.get(own) ?? 0) + 1;
    seen.set(own, count);
    return `${own} ${count}`;
  });
}

function editsOf({ plays }: PlayedWorkload, unknowns: Checked["unknowns"]): readonly DocumentEdit[] {
  const edits = plays.flatMap((play) =>
    (play.report.failure?.edits ?? []).flatMap((edit) => {
      const found = toDocumentEdit(edit, play);
      return found === null ? [] : [withEvaluation(found, edit, { play, unknowns })];
    }),
  );
  // Containers that are not alike may fail for the same reason.
  return [...new Map(edits.map((edit) => [JSON.stringify([edit.file, edit.at, edit.below, edit.value]), edit])).values()];
}
