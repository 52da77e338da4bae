import { nearestNames } from "@irsa-sim/core";
import type { ScenarioOutline } from "../listing/scenario-outline.js";
import { parseTags } from "../testing/parse-selection.js";
import { UsageError } from "../usage-error.js";

/**
 * The scenarios of a series: those with all of the tags and none that is marked by `!`, in the catalogue's order; of a scenario with a matrix its first cell.
 * A scenario's own name is a series of one.
 *
 * @param tags `workshop,!says-audience`, as `irsa-sim test --tag` takes them, or a name
 * @throws {UsageError} when no scenario is left
 */
export function chooseLessons(outlines: readonly ScenarioOutline[], tags: string): readonly string[] {
  const named = outlines.find(({ name }) => name === tags || name.split("[")[0] === tags);
  if (named !== undefined) return [named.name];
  const { wanted, unwanted } = parseTags(tags);
  const hasAll = (own: readonly string[]): boolean => wanted.every((tag) => own.includes(tag)) && !unwanted.some((tag) => own.includes(tag));
  const tagged = outlines.filter((outline) => hasAll(outline.tags)).map(({ name }) => name);
  if (tagged.length === 0) {
    const known = [...new Set(outlines.flatMap((outline) => outline.tags))].sort();
    const nearest = wanted.filter((tag) => !known.includes(tag)).flatMap((tag) => nearestNames(tag, known));
    throw new UsageError(`no scenario has the ${wanted.length + unwanted.length === 1 ? "tag" : "tags"} "${tags}"`, {
      hint: `${nearest.length === 0 ? "" : `nearest: ${nearest.join(", ")}\n`}tags: ${known.join(", ")}`,
    });
  }
  const folders = new Map(tagged.map((name) => [name.split("[")[0], name] as const).reverse());
  return tagged.filter((name) => folders.get(name.split("[")[0]) === name);
}
