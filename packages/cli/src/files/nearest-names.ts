import { distance } from "fastest-levenshtein";

const MAX_NAMES = 5;

/**
 * The names that can be meant, the nearest first: those that begin with what was written, those in which it stands, then those that are a slip away.
 *
 * @example nearestNames("trust", ["basic", "trust-sub-mismatch"]) // => ["trust-sub-mismatch"]
 */
export function nearestNames(written: string, names: readonly string[]): readonly string[] {
  const wanted = written.toLowerCase();
  const slips = Math.max(2, Math.floor(wanted.length / 3));
  const far = (name: string): number => {
    if (wanted !== "" && name.startsWith(wanted)) return 0;
    if (wanted.length > 2 && name.includes(wanted)) return 0.5;
    const steps = Math.min(distance(wanted, name), ...name.split("-").map((word) => (word.length > 3 ? distance(wanted, word) : Number.POSITIVE_INFINITY)));
    return steps < wanted.length ? steps : Number.POSITIVE_INFINITY;
  };
  return names
    .map((name) => ({ name, far: far(name) }))
    .filter((one) => one.far <= slips)
    .sort((a, b) => a.far - b.far || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_NAMES)
    .map(({ name }) => name);
}
