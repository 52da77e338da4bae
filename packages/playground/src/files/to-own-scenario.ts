import type { OpenScenario } from "../play/open-scenario.js";

/** Where the viewer's own files stand beside those that ship. */
const OWN = "own";

/** A dropped folder as an open scenario: the folder of the first `scenario.yaml`; `null` when there is none. */
export function toOwnScenario(texts: ReadonlyMap<string, string>): OpenScenario | null {
  const [first] = [...texts.keys()]
    .filter((path) => /(^|\/)scenario\.ya?ml$/.test(path))
    .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1));
  if (first === undefined) return null;
  const folder = first.includes("/") ? first.slice(0, first.lastIndexOf("/")) : "dropped";
  const edits = new Map([...texts].map(([path, text]) => [`${OWN}/${first.includes("/") ? path : `dropped/${path}`}`, text]));
  return { folder: `${OWN}/${folder}`, cell: null, isFixed: false, edits };
}
