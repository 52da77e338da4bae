import type { Content, DecodedBody, Member, TokenContent } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import type { StepperPalette } from "../screen/stepper-palette.js";

interface Look {
  readonly width: number;
  readonly palette: StepperPalette;
  readonly showTokens: boolean;
}

/** What a message says, decoded, one member a line. */
export function bodyLines(body: DecodedBody, look: Look): readonly string[] {
  if (body.kind === "empty") return [look.palette.quiet("(empty)")];
  if (body.kind === "bytes") return [look.palette.quiet(`(${body.bytes.length} bytes)`)];
  return contentLines(body.content, look, 0);
}

/** Members of an object, or fields of a header. */
export function memberLines(members: readonly Member[], look: Look, indent: number): readonly string[] {
  return members.flatMap(({ name, content }) => {
    const label = look.palette.quiet(`${cleanLine(name)}:`);
    const inline = inlineText(content, look);
    if (inline !== null) return indented(`${label} ${inline}`, indent, look.width);
    return [...indented(`${label} ${look.palette.accent(nameOf(content))}`.trimEnd(), indent, look.width), ...contentLines(content, look, indent + 2)];
  });
}

function contentLines(content: Content, look: Look, indent: number): readonly string[] {
  const inline = inlineText(content, look);
  if (inline !== null) return inline.split("\n").flatMap((line) => indented(line, indent, look.width));
  if (content.kind === "object") return memberLines(content.members, look, indent);
  if (content.kind === "list") return content.items.flatMap((item) => itemLines(item, look, indent));
  if (content.kind === "token") return tokenLines(content, look, indent);
  if (content.kind === "document") return contentLines(content.content, look, indent);
  if (content.kind === "phrase") return content.parts.flatMap((part) => contentLines(part, look, indent));
  if (content.kind === "patch")
    return content.operations.flatMap(({ op, path, value }) => [
      ...indented(`${look.palette.good(op)} ${cleanLine(path)}`, indent, look.width),
      ...(value === undefined ? [] : jsonLines(value, look, indent + 2)),
    ]);
  return [];
}

function itemLines(item: Content, look: Look, indent: number): readonly string[] {
  const [first = "", ...rest] = contentLines(item, look, indent + 2);
  return [`${" ".repeat(indent)}- ${first.trimStart()}`, ...rest];
}

/** A JWT: its header, its claims, and of its signature only what tells it from another. */
function tokenLines({ header, claims, signature, text }: TokenContent, look: Look, indent: number): readonly string[] {
  return [
    ...indented(look.palette.quiet("header"), indent, look.width),
    ...jsonLines(header, look, indent + 2),
    ...indented(look.palette.quiet("claims"), indent, look.width),
    ...jsonLines(claims, look, indent + 2),
    ...indented(`${look.palette.quiet("signature")} ${cleanLine(signature)}`, indent, look.width),
    ...(look.showTokens ? indented(`${look.palette.quiet("whole")} ${cleanLine(text)}`, indent, look.width) : []),
  ];
}

/** JSON without its punctuation. */
export function jsonLines(value: unknown, look: Look, indent: number): readonly string[] {
  if (typeof value !== "object" || value === null) return indented(cleanLine(String(value)), indent, look.width);
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first = "", ...rest] = jsonLines(item, look, indent + 2);
      return [`${" ".repeat(indent)}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value).flatMap(([name, member]) => {
    const label = look.palette.quiet(`${cleanLine(name)}:`);
    if (typeof member !== "object" || member === null) return indented(`${label} ${cleanLine(String(member))}`, indent, look.width);
    if (Array.isArray(member) && member.every((item) => typeof item !== "object"))
      return indented(`${label} ${cleanLine(member.join(", "))}`, indent, look.width);
    return [...indented(label, indent, look.width), ...jsonLines(member, look, indent + 2)];
  });
}

/** What fits on the line of its name; `null` for what needs lines of its own. */
function inlineText(content: Content, { showTokens, palette }: Look): string | null {
  if (content.kind === "text")
    return content.isSecret && !showTokens ? palette.quiet(`${cleanLine(content.text.slice(0, 4))}…`) : content.text.split("\n").map(cleanLine).join("\n");
  if (content.kind === "scalar") return String(content.value);
  if (content.kind === "list" && content.items.length === 0) return "[]";
  if (content.kind === "object" && content.members.length === 0) return "{}";
  return null;
}

function nameOf(content: Content): string {
  return { token: "JWT", patch: "JSON Patch", document: "JSON", phrase: "with a JWT", object: "", list: "", text: "", scalar: "" }[content.kind];
}
