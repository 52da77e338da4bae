import type { Content, Member, ObjectContent } from "./content.js";
import { decodeText } from "./decode-text.js";

/** Opening, closing and empty tags, with the text in front of each; no declarations, comments or attributes' values are kept. */
const TAG = /([^<]*)<(\/?)([A-Za-z_][\w.:-]*)(?:\s[^<>]*?)?(\/?)>/y;

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

interface OpenElement {
  readonly name: string;
  readonly members: Member[];
}

/**
 * The elements of an XML answer as AWS's services write it: an element is a member, with its text or its own elements; equal names stand beside each other.
 * Leaves out attributes, comments, CDATA and mixed content, which such answers do not have.
 *
 * @returns `null` when `text` is no such document
 */
export function parseXml(text: string): ObjectContent | null {
  const source = text.replace(/^\s*<\?xml[^>]*\?>/, "").trim();
  if (!source.startsWith("<")) return null;
  const root: OpenElement = { name: "", members: [] };
  const open: OpenElement[] = [root];
  TAG.lastIndex = 0;
  for (let end = 0; end < source.length; end = TAG.lastIndex) {
    const [, before = "", closing, name = "", isEmpty] = TAG.exec(source) ?? [];
    const current = open.at(-1) as OpenElement;
    if (closing === undefined || (open.length === 1 && current.members.length > 0)) return null;
    if (closing === "") {
      if (before.trim() !== "") return null;
      open.push({ name, members: [] });
    }
    if (closing !== "" || isEmpty === "/") {
      const done = open.pop() as OpenElement;
      if (done.name !== name || open.length === 0) return null;
      (open.at(-1) as OpenElement).members.push({ name, content: contentOf(done, closing === "" ? "" : before) });
    }
  }
  return open.length === 1 && root.members.length === 1 ? { kind: "object", members: root.members } : null;
}

function contentOf({ name, members }: OpenElement, text: string): Content {
  return members.length > 0 ? { kind: "object", members } : decodeText(name, unescaped(text));
}

function unescaped(text: string): string {
  return text.replaceAll(/&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([\da-f]+));/gi, (_, named: string | undefined, decimal: string | undefined, hex: string) => {
    if (named !== undefined) return ENTITIES[named.toLowerCase()] ?? "";
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
  });
}
