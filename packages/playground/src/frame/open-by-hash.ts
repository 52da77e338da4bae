import type { ScenarioOutline } from "../catalogue/scenario-outline.js";
import type { OpenScenario } from "../play/open-scenario.js";

/** The scenario that the address names behind its `#`, as the command would name it; the happy path for any other text. */
export function openByHash(outlines: readonly ScenarioOutline[], hash: string): OpenScenario {
  const name = decodeURIComponent(hash.slice(1));
  const { folder, cell } = outlines.find((outline) => outline.name === name) ?? { folder: "scenarios/basic", cell: null };
  return { folder, cell, isFixed: false, edits: new Map() };
}
