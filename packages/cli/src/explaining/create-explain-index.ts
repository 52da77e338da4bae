import { type ExplainIndex, indexRuns } from "@irsa-sim/explain";
import { playForIndex } from "./play-for-index.js";

/** Plays what is to be known, and gathers the errors. */
export async function createExplainIndex(): Promise<ExplainIndex> {
  return indexRuns(await playForIndex());
}
