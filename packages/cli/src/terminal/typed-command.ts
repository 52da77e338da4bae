import { relative } from "node:path";
import { shellWord } from "@irsa-sim/trace-views";

/** How the command was started. */
export interface Started {
  /** The script, as the process was given it. */
  readonly script: string;
  /** The script of the package manager that runs it, if one does. */
  readonly lifecycle: string | undefined;
  readonly folder: string;
}

/** What to type in that folder to start the command again. */
export function typedCommand({ script, lifecycle, folder }: Started): string {
  if (lifecycle === "irsa-sim") return "npx -y pnpm@12 irsa-sim";
  if (!script.endsWith("main.js")) return "irsa-sim";
  const fromHere = relative(folder, script);
  return `node ${shellWord(fromHere.length < script.length ? fromHere : script)}`;
}
