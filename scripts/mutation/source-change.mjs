// What a mutant changes, as a reader sees it: the lines it stands in, before and after. Knows no line numbers in its texts, so that they stay true when code moves.
const LONGEST_TEXT = 240;

/**
 * @param {string} source the file's text
 * @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} range lines and columns counted from 0
 * @param {string} replacement what the mutant writes there
 */
export function sourceChange(source, range, replacement) {
  const lines = source.split("\n");
  const head = lines[range.start.line].slice(0, range.start.column);
  const tail = lines[range.end.line].slice(range.end.column);
  const before = lines.slice(range.start.line, range.end.line + 1).join("\n");
  return { before: oneLine(before), after: oneLine(head + replacement + tail) };
}

function oneLine(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT)}…` : line;
}
