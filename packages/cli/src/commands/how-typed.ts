import { shellWord, type ViewOptions } from "@irsa-sim/trace-views";
import { typedCommand } from "../terminal/typed-command.js";

/** What the user types to play the same scenario, or the same cell of it, from where they stand. */
export function howTyped(name: string, played: string): NonNullable<ViewOptions["typed"]> {
  const cell = /\[.*\]$/s.exec(played)?.[0] ?? "";
  const command = typedCommand({ script: process.argv[1] ?? "irsa-sim", lifecycle: process.env.npm_lifecycle_event, folder: process.cwd() });
  return { command, scenario: shellWord(name.endsWith(cell) ? name : `${name}${cell}`) };
}
