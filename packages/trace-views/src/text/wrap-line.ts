import { displayWidth } from "./display-width.js";
import { ESCAPE, endOf, STYLE_CODE, stylesAfter } from "./style-codes.js";

/**
 * One line in parts that are at most `columns` wide. It is broken at blanks; where a word alone is wider, behind a `:` or a `/`, as ARNs, URLs and paths are read;
 * and inside of what is wider still. A style that is on where a row ends is switched off there and on again.
 */
export function wrapLine(line: string, columns: number): readonly string[] {
  if (displayWidth(line) <= columns) return [line];
  const rows = new Rows(columns);
  for (const [index, word] of line.split(" ").entries()) {
    if (index > 0) rows.addBlank();
    rows.addWord(word);
  }
  return rows.finished();
}

class Rows {
  readonly #columns: number;
  readonly #rows: string[] = [];
  #row = "";
  #width = 0;
  /** Codes of the styles that are on, in the order in which they were switched on. */
  #styles: readonly string[] = [];

  constructor(columns: number) {
    this.#columns = columns;
  }

  addBlank(): void {
    if (this.#width >= this.#columns) this.#next();
    this.#append(" ", 1);
  }

  addWord(word: string): void {
    const width = displayWidth(word);
    if (width <= this.#columns) this.#addWhole(word, width);
    else for (const piece of word.split(/(?<=[:/])/)) this.#addPiece(piece);
  }

  finished(): readonly string[] {
    return [...this.#rows, this.#row];
  }

  #addPiece(piece: string): void {
    const width = displayWidth(piece);
    if (width <= this.#columns) {
      this.#addWhole(piece, width);
      return;
    }
    for (const part of piece.split(STYLE_CODE)) {
      for (const character of STYLE_CODE.test(part) ? [part] : part) this.#addWhole(character, displayWidth(character));
    }
  }

  #addWhole(text: string, width: number): void {
    if (this.#width + width > this.#columns && this.#width > 0 && width > 0) this.#next();
    this.#append(text, width);
  }

  #append(text: string, width: number): void {
    this.#row += text;
    this.#width += width;
    if (!text.includes(ESCAPE)) return;
    for (const code of text.split(STYLE_CODE).filter((part) => STYLE_CODE.test(part))) this.#styles = stylesAfter(code, this.#styles);
  }

  #next(): void {
    this.#rows.push(this.#row + [...this.#styles].reverse().map(endOf).join(""));
    this.#row = this.#styles.join("");
    this.#width = 0;
  }
}
