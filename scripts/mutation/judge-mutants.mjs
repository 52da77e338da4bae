const KILLED = new Set(["Killed", "Timeout"]);
const SURVIVED = new Set(["Survived", "NoCoverage"]);

/**
 * What the tests are worth: how many of the tried mutants they noticed. An accepted mutant is the same program written otherwise and counts neither way.
 *
 * @param {{ file: string, before: string, after: string, status: string }[]} mutants
 * @param {{ file: string, before: string, after: string, why: string }[]} accepted
 */
export function judgeMutants(mutants, accepted) {
  const killed = mutants.filter(({ status }) => KILLED.has(status));
  const alive = mutants.filter(({ status }) => SURVIVED.has(status));
  const explained = alive.flatMap((mutant) => accepted.filter((entry) => isSame(entry, mutant)).slice(0, 1));
  const survivors = alive.filter((mutant) => !accepted.some((entry) => isSame(entry, mutant)));
  const counted = killed.length + survivors.length;
  return {
    killed,
    survivors,
    explained,
    /** Neither noticed nor missed: the break kept the program from running at all. */
    invalid: mutants.filter(({ status }) => status === "RuntimeError" || status === "Pending"),
    /** Accepted, and yet a test noticed them: the reason was wrong, or is no longer true. */
    wrongly: accepted.filter((entry) => killed.some((mutant) => isSame(entry, mutant))),
    /** Accepted, and no longer in the code. */
    stale: accepted.filter((entry) => !mutants.some((mutant) => isSame(entry, mutant))),
    percent: counted === 0 ? 0 : (100 * killed.length) / counted,
    rawPercent: killed.length + alive.length === 0 ? 0 : (100 * killed.length) / (killed.length + alive.length),
  };
}

function isSame(a, b) {
  return a.file === b.file && a.before === b.before && a.after === b.after;
}
