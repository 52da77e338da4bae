import type { Command } from "commander";
import type { ExplainFlags } from "../commands/explain.js";
import { gather } from "./gather.js";

/** Adds `irsa-sim explain`. */
export function addExplainCommand(program: Command): void {
  program
    .command("explain [text...]")
    .description(
      "what may be behind an error: its text from any SDK, log or CloudTrail record, or a cause's id; reads standard input where nothing or - is given",
    )
    .option("--answer <question=answer>", "what is known already, such as variables=no; leaves only the causes that fit; may be repeated", gather, [])
    .option("--json", "as JSON (irsa-sim/explain/v1)")
    .option("--no-color", "no colours")
    .action(async (words: readonly string[], flags: ExplainFlags) => {
      const { explain } = await import("../commands/explain.js");
      process.exitCode = await explain(words, flags);
    });
}
