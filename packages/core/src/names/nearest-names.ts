import { distance } from "fastest-levenshtein";

const MAX_NAMES = 5;
/** Nobody mistypes what is longer; to compare it takes long. */
const MAX_CHARACTERS = 128;
/** Among more names, slips are not looked for. */
const MAX_COMPARED = 1000;
const MIN_WORD_CHARACTERS = 4;

/**
 * The names that can be meant, the nearest first: those that begin with what was written, those that are one letter away, those in which it stands, then those that are some letters away.
 *
 * @example nearestNames("trust", ["basic", "trust-sub-mismatch"]) // => ["trust-sub-mismatch"]
 */
export function nearestNames(written: string, names: readonly string[]): readonly string[] {
  if (written.length > MAX_CHARACTERS) return [];
  const wanted = written.toLowerCase();
  const slips = names.length > MAX_COMPARED ? 0.5 : Math.max(2, Math.floor(wanted.length / 3));
  return names
    .filter((name) => name.length <= MAX_CHARACTERS)
    .map((name) => ({ name, far: distanceOf(name, wanted, slips) }))
    .filter((one) => one.far <= slips)
    .sort((a, b) => a.far - b.far || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, MAX_NAMES)
    .map(({ name }) => name);
}

function distanceOf(name: string, wanted: string, slips: number): number {
  const whole = name.toLowerCase();
  if (wanted !== "" && whole.startsWith(wanted)) return 0;
  const canSlip = slips >= 1;
  if (canSlip && wanted.length > MIN_WORD_CHARACTERS && distance(wanted, whole) === 1) return 0.25;
  if (wanted.length > 2 && whole.includes(wanted)) return 0.5;
  if (!canSlip) return Number.POSITIVE_INFINITY;
  const words = wordsOf(name).filter((word) => word.length >= MIN_WORD_CHARACTERS);
  const steps = Math.min(...[whole, ...words].map((word) => distance(wanted, word)));
  return steps < wanted.length ? steps : Number.POSITIVE_INFINITY;
}

/** `trust-too-wide` and `trustPolicy` have words. */
function wordsOf(name: string): readonly string[] {
  return name.split(/[-_./:]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
}
