/**
 * A text as one word of a POSIX shell.
 *
 * @example shellWord("mine[sdk=php]") // => "'mine[sdk=php]'"
 */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
