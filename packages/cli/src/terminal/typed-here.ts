import { typedCommand } from "./typed-command.js";

/** What the user types, from where they stand, to start this command again. */
export function typedHere(): string {
  return typedCommand({ script: process.argv[1] ?? "irsa-sim", lifecycle: process.env.npm_lifecycle_event, folder: process.cwd() });
}
