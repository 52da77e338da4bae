import { existsSync, readFileSync } from "node:fs";
import type { ScenarioOutline } from "./scenario-outline.js";

/** Written beside the bundled command when that is made (scripts/bundle.mjs), since what ships with it does not change any more. */
const OUTLINES = new URL("catalogue.json", import.meta.url);

/** The catalogue in outline: as it was when the command was bundled, or read anew where it is not. */
export async function readOutlines(): Promise<readonly ScenarioOutline[]> {
  if (existsSync(OUTLINES)) return JSON.parse(readFileSync(OUTLINES, "utf8")) as readonly ScenarioOutline[];
  const { outlineCatalogue } = await import("./outline-catalogue.js");
  return outlineCatalogue();
}
