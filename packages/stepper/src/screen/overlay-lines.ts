import { cleanLine, indented } from "@irsa-sim/trace-views";
import { lessonLines } from "../lesson/lesson-lines.js";
import type { Entry } from "../state/entry.js";
import { listEntries } from "../state/list-entries.js";
import type { Overlay, Picking, StepperState } from "../state/stepper-state.js";
import { cut } from "./cut.js";
import { helpLines } from "./help-lines.js";
import { sides } from "./sides.js";
import type { StepperPalette } from "./stepper-palette.js";

/** What lies over the pane, as lines of it. */
export function overlayLines(
  state: StepperState,
  overlay: Overlay,
  size: { readonly width: number; readonly height: number },
  palette: StepperPalette,
): readonly string[] {
  if (overlay.kind === "search" || overlay.kind === "break" || overlay.kind === "select") return pickingLines(state, overlay, size, palette);
  if (overlay.kind === "problem") return overlay.text.split("\n").flatMap((line) => indented(cleanLine(line), 0, size.width));
  return overlay.kind === "help" ? helpLines(size.width, palette) : lessonLines(state, size.width, palette);
}

const TITLES = { search: "Search", break: "Break something", select: "Whose story" } as const;

function pickingLines(
  state: StepperState,
  overlay: Extract<Overlay, Picking>,
  { width, height }: { readonly width: number; readonly height: number },
  palette: StepperPalette,
): readonly string[] {
  const entries = listEntries(state, overlay);
  const room = Math.max(height - 3, 1);
  const first = Math.max(0, Math.min(overlay.chosen - Math.floor(room / 2), entries.length - room));
  const shown = entries.slice(first, first + room);
  return [
    sides(
      `${palette.strong(TITLES[overlay.kind])}  ${cleanLine(overlay.query)}${palette.accent("▏")}`,
      palette.quiet(entries.length === 0 ? "nothing" : `${overlay.chosen + 1} of ${entries.length}`),
      width,
    ),
    "",
    ...(entries.length === 0
      ? [
          palette.quiet(
            overlay.kind === "search" && overlay.query === "" ? "type what to look for: a claim, an ARN, a header, a check" : "nothing has this text",
          ),
        ]
      : []),
    ...shown.map((entry, index) => entryLine(entry, first + index === overlay.chosen, width, palette)),
  ];
}

function entryLine({ title, note }: Entry, isChosen: boolean, width: number, palette: StepperPalette): string {
  const line = cut(sides(`${isChosen ? "▸" : " "} ${cleanLine(title)}`, cleanLine(note), width), width);
  return isChosen ? palette.selected(line) : line;
}
