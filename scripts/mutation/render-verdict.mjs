/**
 * What a person reads: each survivor as the change that no test noticed, and the score last.
 *
 * @param {ReturnType<typeof import("./judge-mutants.mjs").judgeMutants>} verdict
 * @param {{ name: string, seed: number, atLeast: number, reportFile: string }} run
 */
export function renderVerdict(verdict, { name, seed, atLeast, reportFile }) {
  const { killed, survivors, explained, wrongly, stale, invalid } = verdict;
  const tried = killed.length + survivors.length + explained.length;
  return [
    ...survivors.toSorted(byPlace).map(({ file, line, status, before, after }) => {
      const why = status === "NoCoverage" ? "no test runs it" : "survived";
      return `packages/${name}/${file}:${line}  ${why}\n  - ${before}\n  + ${after}\n`;
    }),
    ...section("Accepted, since no test can tell them apart:", explained, ({ file, after, why }) => `${file}: ${after}\n    ${why}`),
    ...section("Accepted, and yet a test notices them (remove the entry):", wrongly, ({ file, after }) => `${file}: ${after}`),
    ...section("Accepted, and no longer in the code (remove the entry):", stale, ({ file, after }) => `${file}: ${after}`),
    ...section("Could not be tried:", invalid, ({ file, line, status }) => `${file}:${line} ${status}`),
    `${name}, seed ${seed}: ${tried} mutants tried, ${killed.length} killed, ${survivors.length} survived, ${explained.length} accepted`,
    `with the code around them: ${reportFile}`,
    `score ${verdict.percent.toFixed(1)} % (accepted ones counted as survivors: ${verdict.rawPercent.toFixed(1)} %), wanted ${atLeast} %`,
  ].join("\n");
}

function section(title, entries, toLine) {
  return entries.length === 0 ? [] : [title, ...entries.map((entry) => `  ${toLine(entry)}`), ""];
}

function byPlace(a, b) {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
