import type { Json } from "@irsa-sim/core";
import type { Content, Member, TextContent, TokenContent } from "@irsa-sim/story";
import { cleanLine } from "../text/clean-line.js";

/** How much of a secret is shown. */
const SHOWN = 4;

/**
 * What a message says, line by line and set in by depth; a JWT and a JSON Patch are shown decoded, and secrets are cut unless asked for.
 *
 * @param showTokens with JWTs and secrets whole
 */
export function contentLines(content: Content, showTokens: boolean): readonly string[] {
  const show = (inner: Content): readonly string[] => contentLines(inner, showTokens);
  switch (content.kind) {
    case "text":
      return [cleanLine(shortened(content, showTokens))];
    case "scalar":
      return [String(content.value)];
    case "list":
      return content.items.length === 0 ? ["[]"] : content.items.flatMap((item) => listItem(show(item)));
    case "object":
      return content.members.length === 0 ? ["{}"] : content.members.flatMap((member) => memberLines(member, showTokens));
    case "token":
      return tokenLines(content, showTokens);
    case "patch":
      return [
        `JSON Patch, ${content.operations.length === 1 ? "one operation" : `${content.operations.length} operations`}:`,
        ...content.operations.flatMap(({ op, path, value }) => [cleanLine(`  ${op} ${path}`), ...jsonLines(value, showTokens).map((line) => `    ${line}`)]),
      ];
    case "document":
      return show(content.content);
    case "phrase":
      return content.parts.flatMap(show);
  }
}

/** `name: value` where that is one line, else the value set in below its name. */
export function memberLines({ name, content }: Member, showTokens: boolean): readonly string[] {
  const lines = contentLines(content, showTokens);
  const isInline = lines.length === 1 && (content.kind === "text" || content.kind === "scalar" || lines[0] === "{}" || lines[0] === "[]");
  return isInline ? [`${cleanLine(name)}: ${lines[0]}`.trimEnd()] : [`${cleanLine(name)}:`, ...lines.map((line) => `  ${line}`)];
}

function listItem([first = "", ...rest]: readonly string[]): readonly string[] {
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
}

function tokenLines({ text, header, claims, signature }: TokenContent, showTokens: boolean): readonly string[] {
  const part = (name: string, value: Json): readonly string[] => [`${name}:`, ...jsonLines(value, showTokens).map((line) => `  ${line}`)];
  return ["JWT", ...part("header", header), ...part("claims", claims), `signature: ${signature}`, ...(showTokens ? [cleanLine(text)] : [])];
}

function jsonLines(value: Json | undefined, showTokens: boolean): readonly string[] {
  return value === undefined ? [] : contentLines(toContent(value), showTokens);
}

/** Decoded values are plain JSON, in which nothing more is encoded. */
function toContent(value: Json): Content {
  if (typeof value === "string") return { kind: "text", text: value, isSecret: false };
  if (typeof value !== "object" || value === null) return { kind: "scalar", value };
  if (Array.isArray(value)) return { kind: "list", items: value.map(toContent) };
  return { kind: "object", members: Object.entries(value).map(([name, inner]) => ({ name, content: toContent(inner) })) };
}

function shortened({ text, isSecret }: TextContent, showTokens: boolean): string {
  return isSecret && !showTokens && text !== "" ? `${[...text].slice(0, SHOWN).join("")}…` : text;
}
