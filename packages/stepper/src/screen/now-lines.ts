import { knownAt } from "@irsa-sim/story";
import { cleanLine } from "@irsa-sim/trace-views";
import { lifeBar } from "../panes/life-bar.js";
import type { Position } from "../state/position.js";
import type { StepperState } from "../state/stepper-state.js";
import { storyOf } from "../state/story-of.js";
import { cut } from "./cut.js";
import type { StepperPalette } from "./stepper-palette.js";

/** In a few rows below the steps: how much of the token's life is over, and which credentials the app holds. */
export function nowLines(state: StepperState, here: Position, { width }: { readonly width: number }, palette: StepperPalette): readonly string[] {
  const { token, credentials } = knownAt(storyOf(state), { seq: here.until });
  const lines = [
    palette.quiet("token"),
    token === null ? palette.quiet("  none yet") : `  ${lifeBar(token.lifetimeUsed, width - 10)}`,
    palette.quiet("credentials"),
    credentials === null ? palette.quiet("  none yet") : `  ${cleanLine(credentials.accessKeyId)}`,
    ...(credentials?.expiresAt == null ? [] : [`  until ${new Date(credentials.expiresAt).toISOString().slice(11, 19)}Z`]),
  ];
  return ["", ...lines.map((line) => cut(` ${line}`, width))];
}
