import { editText } from "@irsa-sim/documents";
import { formatOf } from "../gather/format-of.js";
import type { InputFile } from "../input-file.js";
import type { Fix } from "./fixes-in.js";

/** The files with fixes, told from the files as they are; `null` when one does not fit. */
export function applyFixes(files: readonly InputFile[], fixes: readonly Fix[]): readonly InputFile[] | null {
  const byFile = new Map<string, Fix["edits"][number][]>();
  for (const { edits } of fixes)
    for (const edit of edits) {
      const own = byFile.get(edit.file);
      if (own === undefined) byFile.set(edit.file, [edit]);
      else own.push(edit);
    }
  const edited: InputFile[] = [];
  for (const input of files) {
    const own = byFile.get(input.file);
    const text = own === undefined ? input.text : editText({ text: input.text, format: formatOf(input.file, input.text) }, own);
    if (text === null) return null;
    edited.push({ ...input, text });
  }
  return edited;
}
