import { nearestNames } from "@irsa-sim/core";
import type { ScenarioOutline } from "../listing/scenario-outline.js";
import { UsageError } from "../usage-error.js";

/**
 * The scenarios of a series: those with a tag, in the catalogue's order; of a scenario with a matrix its first cell.
 *
 * @throws {UsageError} when none has it
 */
export function chooseLessons(outlines: readonly ScenarioOutline[], tag: string): readonly string[] {
  const tagged = outlines.filter(({ tags }) => tags.includes(tag)).map(({ name }) => name);
  if (tagged.length === 0) {
    const tags = [...new Set(outlines.flatMap((outline) => outline.tags))].sort();
    const nearest = nearestNames(tag, tags);
    throw new UsageError(`no scenario has the tag "${tag}"`, {
      hint: `${nearest.length === 0 ? "" : `nearest: ${nearest.join(", ")}\n`}tags: ${tags.join(", ")}`,
    });
  }
  const folders = new Map(tagged.map((name) => [name.split("[")[0], name] as const).reverse());
  return tagged.filter((name) => folders.get(name.split("[")[0]) === name);
}
