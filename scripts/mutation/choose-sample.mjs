import { createHash } from "node:crypto";

/**
 * Chooses the mutants that are tried: those whose hash with the seed comes first. Which ones these are depends on the file and the change, not on the line, so that an
 * edit elsewhere leaves the sample as it was.
 *
 * @template {{ file: string, before: string, after: string }} Change
 * @param {Change[]} changes in any order
 * @param {{ size: number, seed: number }} options
 * @returns {Set<Change>} at most `size` of them
 */
export function chooseSample(changes, { size, seed }) {
  const seen = new Map();
  const ranked = changes.map((change) => {
    const key = JSON.stringify([change.file, change.before, change.after]);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { change, rank: createHash("sha256").update(`${seed} ${nth} ${key}`).digest("hex") };
  });
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return new Set(ranked.slice(0, size).map(({ change }) => change));
}
