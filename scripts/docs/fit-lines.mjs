// No line of a generated page is longer than a reader's window: prose is wrapped, a table with long rows becomes a list, a long heading is cut and told in full below.

/** Longer lines are broken. */
const MAX_CHARACTERS = 200;

/** A page of Markdown that says the same in lines of at most 200 characters; a single word that is longer stays whole. */
export function fitLines(page) {
  return blocksOf(page.split("\n")).flatMap(fitBlock).join("\n");
}

/** Runs of lines of one kind: a fenced text, a table, a paragraph, or a line by itself. */
function blocksOf(lines) {
  const blocks = [];
  let fence = null;
  for (const line of lines) {
    const last = blocks.at(-1);
    if (fence !== null) {
      last.lines.push(line);
      if (line === fence) fence = null;
    } else if (/^```/.test(line)) {
      fence = "```";
      blocks.push({ kind: "text", lines: [line] });
    } else if (line.startsWith("|")) {
      if (last?.kind === "table") last.lines.push(line);
      else blocks.push({ kind: "table", lines: [line] });
    } else if (last?.kind === "prose" && goesOn(line) && last.lines.at(-1) !== "") last.lines.push(line);
    else blocks.push({ kind: line.startsWith("#") ? "heading" : "prose", lines: [line] });
  }
  return blocks;
}

/** Whether a line belongs to the paragraph or item before it. */
function goesOn(line) {
  return line !== "" && !/^ *(#|- |\d+\. |<|>)/.test(line);
}

function fitBlock({ kind, lines }) {
  if (lines.every((line) => line.length <= MAX_CHARACTERS)) return lines;
  if (kind === "text") return lines.flatMap(breakText);
  if (kind === "table") return tableAsList(lines);
  return kind === "heading" ? lines.flatMap(cutHeading) : wrapProse(lines.map((line, index) => (index === 0 ? line : line.trim())).join(" "));
}

/** What is quoted is broken anywhere; what follows is set in under it. */
function breakText(line) {
  if (line.length <= MAX_CHARACTERS) return [line];
  const indent = `${/^ */.exec(line)[0]}  `;
  return [line.slice(0, MAX_CHARACTERS), ...breakText(indent + line.slice(MAX_CHARACTERS))];
}

/** One item a row, named by its first cell; the other cells below it, each behind its column's name. */
function tableAsList([head, , ...rows]) {
  const [, ...names] = cellsOf(head);
  return rows.flatMap((row) => {
    const [first, ...others] = cellsOf(row);
    const told = others.flatMap((cell, index) => (cell === "" ? [] : [names[index] === "" ? `  - ${cell}` : `  - ${names[index]}: ${cell}`]));
    return [`- **${first}**`, ...told].flatMap(wrapProse);
  });
}

function cellsOf(row) {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function cutHeading(line) {
  if (line.length <= MAX_CHARACTERS) return [line];
  const cut = line.slice(0, line.lastIndexOf(" ", MAX_CHARACTERS - 4));
  return [`${cut} …`, "", ...wrapProse(line.replace(/^#+ /, ""))];
}

/** Breaks at blanks; what follows stands under the beginning of its item, and never begins with what Markdown would read as a mark. */
function wrapProse(line) {
  const indent = " ".repeat(/^ *(- |\d+\. )?/.exec(line)[0].length);
  const lines = [];
  let rest = line;
  while (rest.length > MAX_CHARACTERS) {
    const at = lastBreak(rest, indent.length);
    if (at === -1) break;
    lines.push(rest.slice(0, at));
    rest = indent + rest.slice(at + 1);
  }
  return [...lines, rest];
}

function lastBreak(text, from) {
  for (let at = text.lastIndexOf(" ", MAX_CHARACTERS); at > from; at = text.lastIndexOf(" ", at - 1)) {
    if (!/^([-+*#>|=]|\d+[.)]|$| )/.test(text.slice(at + 1))) return at;
  }
  return text.indexOf(" ", MAX_CHARACTERS);
}
