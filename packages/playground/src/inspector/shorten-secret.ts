/** The beginning and the end of a secret: enough to tell two apart, too little to use. */
export function shortenSecret(text: string): string {
  return text.length <= 16 ? "…" : `${text.slice(0, 8)}…${text.slice(-4)}`;
}
