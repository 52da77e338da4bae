/** Text for a line of Markdown or a cell of a table: in one line, and with nothing that Markdown would read. */
export function cell(text) {
  return text.replaceAll(/\s+/g, " ").replaceAll("<", "&lt;").replaceAll("*", "\\*").replaceAll("|", "\\|").trim();
}
