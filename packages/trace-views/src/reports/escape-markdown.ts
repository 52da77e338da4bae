/** Text in which Markdown finds nothing to read: no cell's end, no emphasis, no HTML, no link, not even one that it would make of a bare address. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\|*_~`<>&[\]]|(?<=\b(?:https?|ftp)):|(?<=\bwww)\.|@/gi, String.raw`\$&`);
}
