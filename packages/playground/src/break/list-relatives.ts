import type { Cause } from "@irsa-sim/diagnosis";
import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import type { ScenarioOutline } from "../catalogue/scenario-outline.js";

/** How many there is room for. */
const OFFERED = 12;

/** Refused scenarios with the same base as the open one, each with a cause of its own; the starters first. */
export function listRelatives(outlines: readonly ScenarioOutline[], causes: readonly Cause[], open: LoadedScenario | null): readonly ScenarioOutline[] {
  const base = open?.base ?? open?.name ?? "basic";
  const known = new Set(causes.map(({ id }) => id));
  const related = outlines.filter(
    (one) => one.base === base && one.outcome === "refused" && one.cause !== null && known.has(one.cause) && one.name !== open?.name,
  );
  const isStarter = ({ tags }: ScenarioOutline): number => Number(tags.includes("starter"));
  const ordered = [...related].sort((a, b) => isStarter(b) - isStarter(a));
  return [...new Map([...ordered].reverse().map((one) => [one.cause, one])).values()].reverse().slice(0, OFFERED);
}
