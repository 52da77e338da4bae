import type { Actor, CheckEvent } from "@irsa-sim/core";
import type { Arrow } from "@irsa-sim/story";
import { displayWidth } from "@irsa-sim/trace-views";
import { laneName } from "./lane-name.js";
import type { StepperPalette } from "./stepper-palette.js";

/** What the diagram shows. */
export interface Diagram {
  readonly lanes: readonly Actor[];
  /** In order; the last ones are shown, as many as there is room for. */
  readonly signs: readonly Sign[];
}

/** A line of the diagram: a request, its answer, or something that an actor did by itself. */
export type Sign = { readonly isCurrent: boolean } & (
  | { readonly kind: "request" | "answer"; readonly arrow: Arrow }
  | { readonly kind: "refusal"; readonly check: CheckEvent }
  | { readonly kind: "act"; readonly actor: Actor; readonly text: string }
);

interface Cell {
  readonly text: string;
  readonly style: keyof StepperPalette | null;
}

/** Lanes with arrows between them, from the top; what is current is emphasised, what went before is quiet. */
export function drawDiagram(
  { lanes, signs }: Diagram,
  { width, height }: { readonly width: number; readonly height: number },
  palette: StepperPalette,
): readonly string[] {
  const spacing = Math.floor(width / Math.max(lanes.length, 1));
  const centre = (actor: Actor): number => Math.max(lanes.indexOf(actor), 0) * spacing + Math.floor(spacing / 2);
  const active = signs.filter(({ isCurrent }) => isCurrent).flatMap(actorsOf);
  const names = createRow(width);
  for (const lane of lanes) {
    const name = laneName(lane, spacing - 1);
    put(names, centre(lane) - Math.floor(name.length / 2), name, active.includes(lane) ? "strong" : "quiet");
  }
  const rows = signs.flatMap((sign) => drawSign(sign, { width, lanes, centre }));
  return [names, ...rows.slice(-(height - 1))].map((row) => paint(row, palette));
}

interface Grid {
  readonly width: number;
  readonly lanes: readonly Actor[];
  readonly centre: (actor: Actor) => number;
}

/** A label above its line. */
function drawSign(sign: Sign, grid: Grid): readonly Cell[][] {
  const line = createLanes(grid);
  const style = sign.isCurrent ? (isBad(sign) ? "bad" : "accent") : "quiet";
  if (sign.kind === "act" || sign.kind === "refusal") {
    const x = grid.centre(sign.kind === "act" ? sign.actor : sign.check.actor);
    const text = sign.kind === "act" ? sign.text : sign.check.title;
    put(line, x, sign.kind === "act" ? "●" : "✘", style);
    putBeside(line, x, text, { style: sign.isCurrent ? style : "quiet", width: grid.width });
    return [line];
  }
  const { arrow } = sign;
  const [from, to] = sign.kind === "request" ? [grid.centre(arrow.from), grid.centre(arrow.to)] : [grid.centre(arrow.to), grid.centre(arrow.from)];
  drawLine(line, from, to, { dash: sign.kind === "request" ? "─" : "╌", style });
  const label = sign.kind === "request" ? arrow.name : answerText(arrow);
  const room = Math.abs(to - from) - 3;
  if (sign.kind === "answer" || !sign.isCurrent) {
    if (displayWidth(label) + 2 <= room) put(line, Math.floor((from + to) / 2 - (displayWidth(label) + 2) / 2) + 1, ` ${label} `, style);
    else putBeside(line, Math.max(from, to), label, { style, width: grid.width, otherEnd: Math.min(from, to) });
    return [line];
  }
  const above = createLanes(grid);
  const start = Math.floor((from + to) / 2 - displayWidth(label) / 2);
  put(above, Math.min(Math.max(start, 0), Math.max(grid.width - displayWidth(label), 0)), label, "strong");
  return [above, line];
}

function drawLine(row: Cell[], from: number, to: number, { dash, style }: { readonly dash: string; readonly style: Cell["style"] }): void {
  const [left, right] = from < to ? [from, to] : [to, from];
  for (let x = left + 1; x < right; x += 1) row[x] = { text: dash, style };
  row[from] = { text: from < to ? "├" : "┤", style };
  row[from < to ? right - 1 : left + 1] = { text: from < to ? "►" : "◄", style };
}

/** To the right, or where there is more room to the left. */
function putBeside(
  row: Cell[],
  x: number,
  text: string,
  { style, width, otherEnd = x }: { readonly style: Cell["style"]; readonly width: number; readonly otherEnd?: number },
): void {
  const length = displayWidth(text);
  const fitsRight = x + 2 + length <= width;
  put(row, fitsRight || otherEnd - 1 - length < 0 ? x + 2 : otherEnd - 1 - length, text, style);
}

function answerText({ status, refusal }: Arrow): string {
  if (refusal === null) return String(status ?? "");
  return status === null || String(status) === refusal.code ? refusal.code : `${status} ${refusal.code}`;
}

function isBad(sign: Sign): boolean {
  return sign.kind === "refusal" || (sign.kind === "answer" && sign.arrow.refusal !== null);
}

function actorsOf(sign: Sign): readonly Actor[] {
  if (sign.kind === "act") return [sign.actor];
  return sign.kind === "refusal" ? [sign.check.actor] : [sign.arrow.from, sign.arrow.to];
}

function createRow(width: number): Cell[] {
  return Array.from({ length: width }, () => ({ text: " ", style: null }));
}

function createLanes({ width, lanes, centre }: Grid): Cell[] {
  const row = createRow(width);
  for (const lane of lanes) row[centre(lane)] = { text: "│", style: "quiet" };
  return row;
}

/** What leads over the edge is cut. */
function put(row: Cell[], x: number, text: string, style: Cell["style"]): void {
  const start = Math.max(x, 0);
  for (const [index, character] of [...text].entries()) {
    if (start + index < row.length) row[start + index] = { text: character, style };
  }
}

/** Cells of one style are written at once. */
function paint(row: readonly Cell[], palette: StepperPalette): string {
  let painted = "";
  for (let start = 0; start < row.length; ) {
    const style = row[start]?.style ?? null;
    let end = start;
    while (end < row.length && (row[end]?.style ?? null) === style) end += 1;
    const text = row
      .slice(start, end)
      .map((cell) => cell.text)
      .join("");
    painted += style === null ? text : palette[style](text);
    start = end;
  }
  return painted.trimEnd();
}
