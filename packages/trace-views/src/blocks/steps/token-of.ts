import type { Content, DecodedBody, TokenContent } from "@irsa-sim/story";

/** The first JWT in a message; `null` when there is none. */
export function tokenOf(body: DecodedBody): TokenContent | null {
  return body.kind === "empty" || body.kind === "bytes" ? null : findToken(body.content);
}

function findToken(content: Content): TokenContent | null {
  if (content.kind === "token") return content;
  if (content.kind === "document") return findToken(content.content);
  const inner = content.kind === "object" ? content.members.map((member) => member.content) : content.kind === "list" ? content.items : [];
  for (const one of inner) {
    const found = findToken(one);
    if (found !== null) return found;
  }
  return null;
}
