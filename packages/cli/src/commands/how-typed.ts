import { shellWord, type ViewOptions } from "@irsa-sim/trace-views";
import { typedHere } from "../terminal/typed-here.js";

/** What the user types to play the same scenario, or the same cell of it, from where they stand. */
export function howTyped(name: string, played: string): NonNullable<ViewOptions["typed"]> {
  const cell = /\[.*\]$/s.exec(played)?.[0] ?? "";
  return { command: typedHere(), scenario: shellWord(name.endsWith(cell) ? name : `${name}${cell}`) };
}
