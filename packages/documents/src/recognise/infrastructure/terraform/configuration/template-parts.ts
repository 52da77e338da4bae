/** A part of a template: text as it stands, or an expression between `${` and `}`. */
export interface TemplatePart {
  readonly text: string;
  readonly isExpression: boolean;
}

/** The parts of a template; `$${` stands for `${`. A bracket that is never closed is text. */
export function templateParts(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let text = "";
  let index = 0;
  while (index < template.length) {
    if (template.startsWith("$${", index)) {
      text += "${";
      index += 3;
      continue;
    }
    const end = template.startsWith("${", index) ? endOfExpression(template, index + 2) : -1;
    if (end === -1) {
      text += template[index];
      index += 1;
      continue;
    }
    if (text !== "") parts.push({ text, isExpression: false });
    text = "";
    parts.push({ text: template.slice(index + 2, end), isExpression: true });
    index = end + 1;
  }
  return text === "" && parts.length > 0 ? parts : [...parts, { text, isExpression: false }];
}

/** What stands between the commas of a call. */
export function argumentsIn(text: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index, character, depth } of outsideQuotes(text, 0)) {
    if (character !== "," || depth > 0) continue;
    found.push(text.slice(start, index));
    start = index + 1;
  }
  return [...found, text.slice(start)];
}

function endOfExpression(text: string, start: number): number {
  for (const { index, character, depth } of outsideQuotes(text, start)) if (character === "}" && depth < 0) return index;
  return -1;
}

/** Each character that stands in no quotation, with how many brackets are open behind it. */
function* outsideQuotes(text: string, start: number): Generator<{ readonly index: number; readonly character: string; readonly depth: number }> {
  let depth = 0;
  let isQuoted = false;
  for (let index = start; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (isQuoted && character === "\\") index += 1;
    else if (character === '"') isQuoted = !isQuoted;
    if (isQuoted || character === '"') continue;
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    yield { index, character, depth };
  }
}
