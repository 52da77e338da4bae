/** A stretch of a text that becomes another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What has to change in `before` so that it is `after`. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Whether something is kept between each two, so that it does not matter which comes first. */
export function isApart(splices: readonly Splice[]): boolean {
  const inOrder = [...splices].sort((a, b) => a.start - b.start);
  return inOrder.every((splice, index) => index === 0 || splice.start > (inOrder[index - 1]?.end ?? 0));
}

/** The text with all of them, which are apart. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const inOrder = [...splices].sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: written } of inOrder) {
    parts.push(text.slice(at, start), written);
    at = end;
  }
  return `${parts.join("")}${text.slice(at)}`;
}
