import type { RunReport } from "@irsa-sim/core";
import { createRunStory, type RunStory } from "@irsa-sim/story";
import { cleanReport } from "./clean-report.js";

const told = new WeakMap<RunReport, RunStory>();

/** The story of a run as a view for people may write it: every text one clean line, but for the bodies of messages, which are cleaned when they are decoded. */
export function tellRun(report: RunReport): RunStory {
  const clean = cleanReport(report);
  const story = told.get(clean) ?? createRunStory(clean);
  told.set(clean, story);
  return story;
}
