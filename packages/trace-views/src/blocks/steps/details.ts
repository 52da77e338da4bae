import type { ChangeEvent, NoteEvent } from "@irsa-sim/core";
import type { Arrow, StepStory, Story } from "@irsa-sim/story";
import { labelled } from "../../text/layout.js";
import type { ViewOptions } from "../../view-options.js";

/** What is worth a look in a step, beyond who called whom; empty where it is not there. */
export type Details = (step: StepStory, options: ViewOptions, story: Story) => readonly string[];

const VALUE_COLUMN = 29;

/** `label   value`, as a line of details. */
export function row(label: string, value: string, { width, palette }: ViewOptions): readonly string[] {
  return labelled(palette.quiet(label), value, { indent: 4, column: VALUE_COLUMN, width });
}

/** The notes of a name. */
export function notesOf({ moments }: StepStory, name: string): readonly NoteEvent[] {
  return moments.filter((moment): moment is NoteEvent => moment.kind === "note" && moment.name === name);
}

/** The changes of what begins with a text. */
export function changesOf({ moments }: StepStory, beginning = ""): readonly ChangeEvent[] {
  return moments.filter((moment): moment is ChangeEvent => moment.kind === "change" && moment.what.startsWith(beginning));
}

/** The first call of a name that was answered with a status. */
export function answered({ arrows }: StepStory, name: string, status: number): Arrow | undefined {
  return arrows.find((arrow) => arrow.name === name && arrow.status === status);
}
