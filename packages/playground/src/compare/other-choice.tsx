import { usePage } from "../frame/use-page.js";
import type { OtherRun } from "./other-run.js";

/** A trace of a day takes a few MiB; a larger file is none, and would stop the page. */
const MAX_TRACE_BYTES = 64 << 20;

interface OtherChoiceProps {
  readonly here: string;
  readonly other: OtherRun;
  readonly onChoose: (other: OtherRun) => void;
}

/** Chooses what to compare with: a scenario of the catalogue, one of the viewer's own, or a file that `irsa-sim run --json` wrote. */
export function OtherChoice({ here, other, onChoose }: OtherChoiceProps) {
  const { data, state } = usePage();
  const chosen = other.kind === "saved" ? "saved" : placeOf(other.open);
  const own = other.kind === "scenario" && !data.outlines.some((outline) => placeOf(outline) === chosen) ? other.open : null;
  const onScenario = (place: string): void => {
    const outline = data.outlines.find((one) => placeOf(one) === place);
    if (outline === undefined) return;
    onChoose({ kind: "scenario", open: { folder: outline.folder, cell: outline.cell, isFixed: false, edits: new Map() } });
  };
  const onFile = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) onChoose({ kind: "saved", file: file.name, text: file.size > MAX_TRACE_BYTES ? "" : await file.text() });
  };
  return (
    <div className="compare-choice">
      <strong>{here}</strong>
      <label>
        against{" "}
        <select value={chosen} onChange={({ target }) => onScenario(target.value)}>
          {other.kind === "saved" && <option value="saved">{other.file}</option>}
          {own !== null && <option value={chosen}>{own.folder.split("/").at(-1)}</option>}
          {data.outlines.map((outline) => (
            <option key={outline.name} value={placeOf(outline)}>
              {outline.name}
              {outline.folder === state.open.folder && outline.cell === state.open.cell ? " as it ships" : ""}
            </option>
          ))}
        </select>
      </label>
      <label className="button">
        Saved run…
        <input className="unseen" type="file" accept=".json,application/json" onChange={({ target }) => void onFile(target.files?.[0])} />
      </label>
    </div>
  );
}

function placeOf({ folder, cell }: { readonly folder: string; readonly cell: string | null }): string {
  return cell === null ? folder : `${folder}[${cell}]`;
}
