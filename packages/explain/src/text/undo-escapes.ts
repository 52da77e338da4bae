/** What logs do to a message: escapes of JSON, entities of XML, colours of a terminal. */
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", "#39": "'", "#34": '"', lt: "<", gt: ">", amp: "&" };
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: " ", '"': '"', "'": "'", "/": "/", "\\": "\\" };
const COLOUR = new RegExp(`${String.fromCharCode(0x1b)}\\[[\\d;]*[A-Za-z]`, "g");
/** A log of a log escapes twice. */
const DEPTH = 3;

/** More than anybody pastes of one error. */
const MAX_CHARACTERS = 200_000;
/** More than the longest line without a blank that a log has; patterns look no further. */
const LONGEST_PIECE = /\S{4000}/g;

/** What follows need not be afraid of. */
function bounded(text: string): string {
  return text.slice(0, MAX_CHARACTERS).replaceAll(LONGEST_PIECE, "$& ");
}

/** The message as it was before somebody wrote it into a document. */
export function undoEscapes(text: string): string {
  let plain = bounded(text).replaceAll(COLOUR, "");
  for (let depth = 0; depth < DEPTH; depth += 1) {
    plain = plain
      .replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll(/\\([nrt"'/])/g, (whole, letter: string) => ESCAPES[letter] ?? whole)
      .replaceAll(/\\\\(?=["'nrt/u\\])/g, "\\");
  }
  return plain.replaceAll(/&(quot|apos|#39|#34|lt|gt|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
