import type { Actor } from "@irsa-sim/core";
import type { Story } from "@irsa-sim/story";
import { isBlind } from "../lesson/is-blind.js";
import { PANES } from "../state/panes.js";
import type { Position } from "../state/position.js";
import { positionsOf } from "../state/positions-of.js";
import type { StepperState } from "../state/stepper-state.js";
import { storyOf } from "../state/story-of.js";
import type { ScreenLayout } from "./decide-layout.js";
import { drawDiagram, type Sign } from "./draw-diagram.js";
import { footerLines } from "./footer-lines.js";
import { headerLines } from "./header-lines.js";
import { listSigns } from "./list-signs.js";
import { nowLines } from "./now-lines.js";
import { overlayLines } from "./overlay-lines.js";
import { paneLines } from "./pane-lines.js";
import { railLines } from "./rail-lines.js";
import type { StepperPalette } from "./stepper-palette.js";

/** How a screen is drawn. */
export interface ScreenLook {
  readonly palette: StepperPalette;
  readonly showTokens: boolean;
}

/** The screen in parts, each as lines that fit. */
export interface ScreenParts {
  readonly layout: ScreenLayout;
  readonly header: readonly string[];
  readonly rail: readonly string[];
  readonly diagram: readonly string[];
  readonly tabs: string;
  readonly pane: readonly string[];
  readonly footer: readonly string[];
  readonly rule: (columns: number) => string;
  /** How many lines of the pane can be seen, and how many it has. */
  readonly room: { readonly shown: number; readonly all: number };
}

/** Makes the parts of the screen from what the stepper shows. */
export function composeScreen(state: StepperState, layout: ScreenLayout, columns: number, { palette, showTokens }: ScreenLook): ScreenParts {
  const positions = positionsOf(state);
  const here = positions[Math.min(state.index, positions.length - 1)];
  if (here === undefined) throw new Error("a story has at least one place");
  const { width, height } = layout.pane;
  const shown = height - 1;
  const lines =
    state.overlay === null ? paneLines(state, here, { width, palette, showTokens }) : overlayLines(state, state.overlay, { width, height: shown }, palette);
  const scroll = Math.min(state.scroll, Math.max(lines.length - shown, 0));
  const story = storyOf(state);
  const blind = isBlind(state);
  const signs = listSigns(story, positions, here).filter(({ kind }) => !blind || kind === "request");
  const lanes = decideLanes(story, signs, blind);
  const diagramHeight = layout.diagramIs === "beside" ? layout.diagram.height - 1 : layout.diagram.height - 2;
  return {
    layout,
    header: headerLines(state, here, columns, palette),
    rail: leftLines(state, here, layout, palette),
    diagram: drawDiagram({ lanes, signs }, { width: layout.diagram.width, height: diagramHeight }, palette),
    tabs: tabLine(state, { above: scroll, below: lines.length - scroll - shown }, palette),
    pane: lines.slice(scroll, scroll + shown),
    footer: footerLines(state, columns, palette),
    rule: (wide) => palette.quiet("─".repeat(wide)),
    room: { shown, all: lines.length },
  };
}

/** Those of the story, but for the simulator's own, to which only calls lead that nobody answers. To somebody who predicts, who never appears tells who would have been called next. */
function decideLanes(story: Story, signs: readonly Sign[], isBlind: boolean): readonly Actor[] {
  const arrows = isBlind ? signs.flatMap((sign) => (sign.kind === "request" ? [sign.arrow] : [])) : story.steps.flatMap((step) => step.arrows);
  const meets = (lane: Actor): boolean => arrows.some(({ from, to }) => from === lane || to === lane);
  return story.lanes.filter((lane) => (lane === "simulator" || isBlind ? meets(lane) : true));
}

/** The steps, and below them what there is room for. */
function leftLines(state: StepperState, here: Position, { rail }: ScreenLayout, palette: StepperPalette): readonly string[] {
  const steps = railLines(state, here, rail, palette);
  const now = nowLines(state, here, rail, palette);
  return steps.length + now.length <= rail.height ? [...steps, ...now] : steps.slice(0, rail.height);
}

function tabLine({ pane, overlay }: StepperState, { above, below }: { readonly above: number; readonly below: number }, palette: StepperPalette): string {
  if (overlay !== null) return palette.quiet(more(above, below));
  const tabs = PANES.map(({ name, title }) => (name === pane ? palette.selected(`[${title}]`) : palette.quiet(title)));
  return `${tabs.join(" ")}  ${palette.quiet(more(above, below))}`;
}

function more(above: number, below: number): string {
  return [...(above > 0 ? [`↑${above}`] : []), ...(below > 0 ? [`↓${below}`] : [])].join(" ");
}
