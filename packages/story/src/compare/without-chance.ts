/** What is drawn, counted or told by the clock, and what it is written as. */
const CHANCE: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, "UUID"],
  [/\b(AKIA|ASIA|AROA|AIDA|AGPA)[A-Z0-9]{12,}\b/g, "$1…"],
  [/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g, "TIME"],
  [/\.\.\d{4}_\d{2}_\d{2}_\d{2}_\d{2}_\d{2}\.\d+/g, "..TIME"],
  [/\b\d{8}T\d{6}Z\b/g, "TIME"],
  [/\b1[5-9]\d{8}(?:\d{3}|\d{9})?\b/g, "TIME"],
  [/\bIQoJb3JpZ2lu[\w+/=…-]*/g, "SESSION-TOKEN"],
  [/\b(kube-api-access-)[a-z0-9]{5}\b/g, "$1…"],
];

/** A text in which what differs by chance alone is written alike: ids, times and what is made from them. */
export function withoutChance(text: string): string {
  return CHANCE.reduce((changed, [pattern, written]) => changed.replaceAll(pattern, written), text);
}
