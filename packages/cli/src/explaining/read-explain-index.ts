import { existsSync, readFileSync } from "node:fs";
import type { ExplainIndex } from "@irsa-sim/explain";
import { printError } from "../terminal/print-error.js";

/** Written beside the bundled command (scripts/build-explain-index.mjs), since what ships with it does not change any more. */
const INDEX = new URL("explain-index.json", import.meta.url);

/** What is known of errors: as it was when the command was built, or played anew where it was not. */
export async function readExplainIndex(): Promise<ExplainIndex> {
  if (existsSync(INDEX)) return JSON.parse(readFileSync(INDEX, "utf8")) as ExplainIndex;
  printError("playing the catalogue, to know its errors; a built command knows them already\n");
  const { createExplainIndex } = await import("./create-explain-index.js");
  return createExplainIndex();
}
