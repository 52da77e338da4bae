/** What nearly all are: without line breaks, and whole. */
const WHOLE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Where Go's decoder of base64 stops, which wants padding, knows none of the letters of URLs, and passes over line breaks.
 *
 * @returns `illegal base64 data at input byte 3`, or `null` for what it reads
 */
export function findBase64Error(text: string): string | null {
  if (WHOLE.test(text)) return null;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (/[\r\n]/.test(character)) continue;
    if (character === "=") return findPaddingError(text, at, letters % 4);
    if (!/[A-Za-z0-9+/]/.test(character)) return illegalAt(at);
    letters += 1;
  }
  return letters % 4 === 0 ? null : illegalAt(text.length - (letters % 4));
}

/** Behind two letters of four stand two signs, behind three one, and nothing behind them. */
function findPaddingError(text: string, at: number, letters: number): string | null {
  if (letters < 2) return illegalAt(at);
  const rest = text.slice(at + 1).replace(/^[\r\n]*/, "");
  if (letters === 2 && rest === "") return illegalAt(text.length);
  if (letters === 2 && !rest.startsWith("=")) return illegalAt(at);
  const behind = (letters === 2 ? rest.slice(1) : rest).replace(/^[\r\n]*/, "");
  return behind === "" ? null : illegalAt(text.length - behind.length);
}

function illegalAt(byte: number): string {
  return `illegal base64 data at input byte ${byte}`;
}
