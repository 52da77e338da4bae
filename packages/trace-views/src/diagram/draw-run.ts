import type { RunStory, Story } from "@irsa-sim/story";
import { drawPicture } from "./draw-picture.js";
import { listRows } from "./list-rows.js";
import { mermaidLine } from "./mermaid-line.js";
import { orderLanes } from "./order-lanes.js";
import type { RunDrawing } from "./run-drawing.js";
import { runToMarkdown } from "./run-to-markdown.js";

/** Draws a run as one of several. */
export function drawRun(name: string, run: RunStory, story: Story): RunDrawing {
  const rows = listRows(story);
  const { title } = run.report;
  return {
    ...{ name, title, lanes: orderLanes(rows), mermaid: rows.map(mermaidLine), picture: drawPicture(story, rows) },
    markdown: runToMarkdown(run, story, rows, { heading: `## ${name}` }),
  };
}
