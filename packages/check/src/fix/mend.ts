import type { CheckReport } from "@irsa-sim/core";
import { editText } from "@irsa-sim/documents";
import { type Checked, check } from "../check.js";
import type { CheckOptions } from "../check-options.js";
import { formatOf } from "../gather/format-of.js";
import type { InputFile } from "../input-file.js";
import type { PlayedWorkload } from "../play/play-workload.js";
import { type Generated, generatedBy } from "./generated-by.js";
import { type DocumentEdit, toDocumentEdit } from "./to-document-edit.js";

/** A file, and what stands in it once it is mended. */
export interface MendedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** What writes the file; `null` for one that somebody writes himself. */
  readonly generated: Generated | null;
}

/** What became of the fixes. */
export interface Mended {
  readonly files: readonly MendedFile[];
  /** Of the files as they are then. */
  readonly report: CheckReport;
}

/**
 * Mends the user's files as the causes say, workload by workload, and checks the result: a change is kept when it makes a workload work and takes nothing away that
 * worked.
 *
 * @param checked the files as they are
 */
export async function mend(files: readonly InputFile[], checked: Checked, options: CheckOptions): Promise<Mended> {
  let kept: { readonly files: readonly InputFile[]; readonly report: CheckReport } = { files, report: checked.report };
  let { played } = checked;
  for (let index = 0; index < checked.played.length; index += 1) {
    const edited = withEdits(kept.files, editsOf(played[index]));
    if (edited === null) continue;
    const again = await check(edited, options);
    if (!isBetter(kept.report, again.report)) continue;
    kept = { files: edited, report: again.report };
    ({ played } = again);
  }
  const changed = files.flatMap((before, index): MendedFile[] => {
    const after = kept.files[index];
    return after === undefined || after.text === before.text
      ? []
      : [{ file: before.file, before: before.text, after: after.text, generated: generatedBy(before.text, after.text) }];
  });
  return { files: changed, report: kept.report };
}

function editsOf(workload: PlayedWorkload | undefined): readonly DocumentEdit[] {
  const edits = (workload?.plays ?? []).flatMap(({ report, scenario }) => (report.failure?.edits ?? []).map((edit) => toDocumentEdit(edit, scenario)));
  // Containers that are not alike may fail for the same reason.
  return [...new Map(edits.flatMap((edit) => (edit === null ? [] : [[JSON.stringify(edit), edit]]))).values()];
}

/** `null` when there is nothing to change, or a change does not fit. */
function withEdits(files: readonly InputFile[], edits: readonly DocumentEdit[]): readonly InputFile[] | null {
  if (edits.length === 0) return null;
  const edited = files.map((input) => {
    const own = edits.filter(({ file }) => file === input.file);
    const text = own.length === 0 ? input.text : editText({ text: input.text, format: formatOf(input.file, input.text) }, own);
    return text === null ? null : { ...input, text };
  });
  return edited.includes(null) ? null : edited.filter((input) => input !== null);
}

function isBetter(before: CheckReport, after: CheckReport): boolean {
  const worksIn = ({ workloads }: CheckReport): readonly string[] =>
    workloads.flatMap(({ kind, namespace, name, verdict }) => (verdict === "works" ? [`${kind} ${namespace}/${name}`] : []));
  const [was, is] = [worksIn(before), worksIn(after)];
  return is.length > was.length && was.every((name) => is.includes(name));
}
