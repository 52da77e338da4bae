import type { Key } from "node:readline";

/** What a key press is called: Enter and the space bar empty text, a character itself, any other key its name, such as `left` or `escape`; none with Ctrl or Alt. */
export function keyName(text: string | undefined, { name, ctrl, meta }: Pick<Key, "name" | "ctrl" | "meta">): string {
  if (name === "return" || name === "enter" || name === "space") return "";
  if (name === "backspace") return name;
  if (text !== undefined && !ctrl && [...text].length === 1 && !/\p{Cc}/u.test(text)) return text;
  return (meta && name !== "escape") || ctrl ? "unknown" : (name ?? "unknown");
}
