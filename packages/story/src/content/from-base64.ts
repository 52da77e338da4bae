/** The UTF-8 text that base64 or base64url stands for; `null` when it is neither, or the bytes are no UTF-8. */
export function textFromBase64(text: string): string | null {
  if (!/^[\w+/-]+={0,2}$/.test(text) || text.replace(/=+$/, "").length % 4 === 1) return null;
  const bytes = Uint8Array.from(atob(text.replace(/=+$/, "").replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
  const decoded = new TextDecoder().decode(bytes);
  return decoded.includes("\uFFFD") ? null : decoded;
}
