import { hoverTooltip } from "@codemirror/view";
import { descriptionAt } from "./description-at.js";

/** Says under the pointer what a name is for. */
export function describeName(path: string) {
  return hoverTooltip((view, position) => {
    const word = view.state.wordAt(position);
    if (word === null) return null;
    const text = view.state.doc.toString();
    const description = descriptionAt(path, text, word.to);
    if (description === null) return null;
    const create = () => {
      const dom = document.createElement("div");
      dom.className = "cm-description";
      dom.textContent = description;
      return { dom };
    };
    return { pos: word.from, end: word.to, above: true, create };
  });
}
