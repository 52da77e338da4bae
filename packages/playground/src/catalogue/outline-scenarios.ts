import { loadCells } from "@irsa-sim/scenario-runner";
import { createPackedFiles } from "../files/create-packed-files.js";
import type { ScenarioOutline } from "./scenario-outline.js";

/** Reads the catalogue among the texts, each cell of a matrix as one: `basic` first, the others in order of the alphabet. */
export function outlineScenarios(texts: ReadonlyMap<string, string>): readonly ScenarioOutline[] {
  const files = createPackedFiles(texts);
  const names = [...(files.names?.() ?? [])].sort((a, b) => Number(b === "basic") - Number(a === "basic") || (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const folder = `scenarios/${name}`;
    return loadCells(files, folder).map(
      ({ name: fullName, cell, title, tags, base, expect, lesson }): ScenarioOutline => ({
        ...{ name: fullName, folder, cell, title, tags, base },
        outcome: expect.outcome ?? null,
        step: expect.step ?? null,
        cause: expect.cause ?? null,
        message: expect.error?.message ?? null,
        hasLesson: lesson !== undefined,
      }),
    );
  });
}
