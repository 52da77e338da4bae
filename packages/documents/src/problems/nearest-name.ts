import { distance } from "fastest-levenshtein";

/** What would have been right instead of `written`: all names, behind the nearest when it can be meant. */
export function oneOf(names: readonly string[], written: string): string {
  const [nearest = "", length = 0] =
    names.map((name) => [name, distance(name.toLowerCase(), written.toLowerCase())] as const).sort((a, b) => a[1] - b[1])[0] ?? [];
  const canBeMeant = nearest !== "" && length <= Math.max(2, Math.floor(written.length / 3)) && length < written.length;
  return `${canBeMeant ? `perhaps ${nearest}; ` : ""}one of: ${names.join(", ")}`;
}
