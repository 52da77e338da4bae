import { listRows } from "@irsa-sim/trace-views";
import type { Shown } from "../state/shown.js";
import type { View } from "./page-context.js";

/** The run as the story with this id sees it; as its main story does when there is none. */
export function createView({ scenario, run }: Shown, storyId: string): Omit<View, "row"> {
  const story = run.stories.find(({ id }) => id === storyId) ?? run.main;
  return { scenario, run, story, rows: listRows(story) };
}
