import { type Command, InvalidArgumentError, Option } from "commander";
import type { ExecFlags } from "../exec/exec-flags.js";
import { gather } from "./gather.js";
import { timeScaleOption } from "./time-scale-option.js";

/** Adds `irsa-sim exec`. */
export function addExecCommand(program: Command): void {
  program
    .command("exec <scenario> <command...>")
    .usage("[options] <scenario> -- <command...>")
    .description("run a command as if it were in the scenario's pod, with the credentials that the pod would get, and tell what it did")
    .option("--pod <name>", "in the place of this pod: its name, or namespace/name (default: the one whose call the scenario plays first)")
    .option("--container <name>", "in the place of this container (default: the first)")
    .addOption(timeScaleOption())
    .addOption(
      new Option("--fault <fault>", "break something: NAME, NAME=SETTINGS or NAME@DURATION=SETTINGS, as in a scenario; may be repeated")
        .argParser(gather)
        .default([], "none"),
    )
    .option("--no-isolate", "no network and paths of its own (Linux): variables lead the SDKs to the simulator")
    .option("--expect-principal <arn>", "exit with 1 if any call was made as somebody else; * stands for any text")
    .option("--expect-rotations <n>", "exit with 1 unless it went on with a newer token so many times", parseCount)
    .option("--trace <file>", "write what happened as JSON (irsa-sim/run/v1)")
    .option("--html <file>", "write the page with what happened in it")
    .option("--verbose", "tell each session's calls by themselves, and every refusal, at the end")
    .option("--seed <seed>", "ids and jitter follow from it", "1")
    .option("--cell <values>", "which cell of a matrix, such as sdk=go-v2; NAME[sdk=go-v2] says the same")
    .option("--show-tokens", "show token signatures and secret keys whole")
    .option("--no-color", "no colours")
    .action(async (scenario: string, command: [string, ...string[]], flags: ExecFlags) => {
      const { exec } = await import("../commands/exec.js");
      process.exitCode = await exec(scenario, command, flags);
    });
}

function parseCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(`a number from 0 to 9999, found "${text}".`);
  return Number(text);
}
