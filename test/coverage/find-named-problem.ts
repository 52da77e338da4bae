import type { FoundTest } from "./found-test.js";

/**
 * Says what is wrong with the name of a test; `null` when each test that is meant runs and compares something.
 *
 * @param name what stands behind the file: `[title of a test or describe]`, `[title, row]`, or `[words of one test's row]`
 */
export function findNamedProblem(tests: readonly FoundTest[], [title = "", row]: readonly string[]): string | null {
  const byTitle = tests.filter(({ titles }) => title !== "" && titles.includes(title));
  const named = byTitle.length > 0 ? byTitle : tests.filter(({ rows }) => rows.some((text) => text.includes(title)));
  if (title === "" || named.length === 0) return `no test and no row is "${title}"`;
  if (byTitle.length === 0 && new Set(named.map(pathOf)).size > 1) return `"${title}" is a row of several tests: ${named.map(pathOf).join(", ")}`;
  const skipped = named.find(({ isSkipped }) => isSkipped);
  if (skipped !== undefined) return `"${pathOf(skipped)}" is skipped`;
  const idle = named.find(({ asserts }) => !asserts());
  if (idle !== undefined) return `"${pathOf(idle)}" compares nothing`;
  return row === undefined || named.some((test) => hasRow(test, row)) ? null : `"${title}" has no row "${row}"`;
}

/** Computed rows are taken at their word. */
function hasRow({ rows, hasComputedRows, says }: FoundTest, row: string): boolean {
  return hasComputedRows || rows.some((text) => text.includes(row)) || says(row);
}

function pathOf({ titles }: FoundTest): string {
  return titles.join(" › ");
}
