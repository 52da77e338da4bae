import type { Content } from "./content.js";

/**
 * A text or number in a message, by the names of the members and the positions in lists that lead to it; `null` when nothing such stands there.
 *
 * @example textAt(response.body.content, ["AssumeRoleWithWebIdentityResponse", "AssumeRoleWithWebIdentityResult", "Credentials", "Expiration"])
 */
export function textAt(content: Content, path: readonly (string | number)[]): string | null {
  const [first, ...rest] = path;
  if (content.kind === "document") return textAt(content.content, path);
  if (first === undefined) return ownText(content);
  const inner = typeof first === "number" ? itemAt(content, first) : memberAt(content, first);
  return inner === undefined ? null : textAt(inner, rest);
}

function ownText(content: Content): string | null {
  if (content.kind === "text" || content.kind === "token" || content.kind === "patch") return content.text;
  return content.kind === "scalar" ? String(content.value) : null;
}

function memberAt(content: Content, name: string): Content | undefined {
  return content.kind === "object" ? content.members.find((member) => member.name === name)?.content : undefined;
}

function itemAt(content: Content, index: number): Content | undefined {
  return content.kind === "list" ? content.items[index] : undefined;
}
