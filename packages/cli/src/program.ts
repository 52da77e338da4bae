/** The command line's grammar. What a command does is loaded only when it is called, so that help costs next to nothing. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { CheckFlags } from "./check/check-flags.js";
import { parseCheckReport } from "./check/check-report-target.js";
import { parseCall } from "./check/parse-call.js";
import type { CollectFlags } from "./commands/collect.js";
import type { ListFlags } from "./commands/list.js";
import type { RunFlags } from "./commands/run-flags.js";
import type { TestFlags } from "./commands/test-flags.js";
import { addChainCommand } from "./grammar/chain-command.js";
import { addDeployCommand } from "./grammar/deploy-command.js";
import { addExecCommand } from "./grammar/exec-command.js";
import { addExplainCommand } from "./grammar/explain-command.js";
import { addTokenCommands } from "./grammar/token-commands.js";
import { addUpCommand } from "./grammar/up-command.js";
import { parseExtent } from "./settings/parse-extent.js";
import { parseTime } from "./settings/parse-time.js";
import { readVersion } from "./settings/read-version.js";
import { parseFilter, parseShard, parseTags } from "./testing/parse-selection.js";
import { parseReport } from "./testing/report-target.js";

/** A Monday morning: 2026-01-05T09:00:00Z. */
const DEFAULT_START_AT = Date.UTC(2026, 0, 5, 9);

/** Creates the program `irsa-sim`. */
export function createProgram(): Command {
  const program = new Command("irsa-sim")
    .description("EKS IAM Roles for Service Accounts on one laptop: every message real, every check explained.")
    .option("--version", "the version")
    .on("option:version", () => {
      process.stdout.write(`${readVersion()}\n`);
      throw new CommanderError(0, "commander.version", "");
    })
    .exitOverride()
    .showHelpAfterError("(irsa-sim --help shows the commands)");
  withRunFlags(program.command("run <scenario>"))
    .description("play a scenario and show steps 0-9")
    .option("--json", "the whole run as JSON (irsa-sim/run/v1)")
    .option("--step <n>", "show only this step", parseStep)
    .option("--to-step <n>", "stop after this step", parseStep)
    .option("--full", "show every step in full, also those that went as in the base")
    .option("--verbose", "show everything: technical notes and whole messages, decoded")
    .option("--pod <name>", "show the run of this pod: its name, or namespace/name, or cluster/namespace/name")
    .option("--container <name>", "show the run of this container")
    .option("--html <file>", "write the page with this run in it")
    .option("--markdown <file>", "write the answer, the steps and the diagram as Markdown")
    .option("--mermaid <file>", "write the diagram as Mermaid's text")
    .option("--svg <file>", "write the diagram as a picture")
    .action(async (scenario: string, flags: RunFlags) => {
      const { run } = await import("./commands/run.js");
      process.exitCode = await run(scenario, flags);
    });
  withRunFlags(program.command("step <scenario>"))
    .description("the same in the full screen, message by message: look inside, break it, fix it; ? shows the keys")
    .action(async (scenario: string, flags: RunFlags) => {
      const { step } = await import("./commands/step.js");
      process.exitCode = await step(scenario, flags);
    });
  withRunFlags(program.command("lesson <tags>"))
    .description(
      "the scenarios with these tags, or of this name, as questions: predict the step and the cause, then see; without a terminal each line is an answer",
    )
    .action(async (tags: string, flags: RunFlags) => {
      const { lesson } = await import("./commands/lesson.js");
      process.exitCode = await lesson(tags, flags);
    });
  program
    .command("ui [scenario]")
    .description("the page, served on this machine and opened in the browser")
    .option("--no-open", "print the address and open nothing")
    .option("--cell <values>", "which cell of a matrix, such as sdk=go-v2; NAME[sdk=go-v2] says the same")
    .action(async (scenario: string | undefined, flags: { readonly open: boolean; readonly cell?: string }) => {
      const { ui } = await import("./commands/ui.js");
      process.exitCode = await ui(scenario, flags);
    });
  withPlayFlags(program.command("diff <a> <b>"))
    .description("two runs step by step, and where they part first; each a scenario, or a file that run --json wrote")
    .option("--json", "the comparison as JSON (irsa-sim/diff/v1)")
    .action(async (a: string, b: string, flags: RunFlags) => {
      const { diff } = await import("./commands/diff.js");
      process.exitCode = await diff(a, b, flags);
    });
  withPlayFlags(program.command("test [paths...]"))
    .description("play scenarios and compare them with what they expect: all that ship, or those at the paths")
    .option("--json", "the report as JSON (irsa-sim/test/v1), and nothing else")
    .addOption(
      new Option("--report <format>", "junit, json, tap, github or markdown, with =FILE or without; may be repeated")
        .argParser(parseReport)
        .default([], "none"),
    )
    .option("--html <file>", "write the page with an index of what was tested")
    .option("--markdown <file>", "write an index, and each scenario's answer, steps and diagram, as Markdown")
    .option("--mermaid <file>", "write the diagrams as Mermaid's text: below each other in one, or into a folder (such as diagrams/) one file a scenario")
    .option("--svg <file>", "write the diagrams as one picture, or into a folder one picture a scenario")
    .option("--filter <text>", "only names with this text, or that match /expression/", parseFilter)
    .option("--tag <tags>", "only with these tags: a,!b", parseTags)
    .addOption(new Option("--status <status>", "only those that failed the last time").choices(["failed"]))
    .option("--shard <part>", "only one part, such as 2/3", parseShard)
    .option("--list", "show what is selected and run nothing")
    .option("--update", "write the golden traces of the selected scenarios anew")
    .option("--watch", "test again whenever a file changes (terminal only)")
    .option("--shuffle", "in an order that follows from the seed")
    .option("--pause-on-failure", "wait for a key after each that fails (terminal only): Enter goes on, q stops")
    .option("--fail-fast", "stop at the first that fails")
    .option("--repeat <n>", "play each so many times", parseCount, 1)
    .option("--jobs <n>", "so many at a time, each in a thread (default: one a core, from 40 scenarios on)", parseCount)
    .option("--allow-empty", "an empty selection is no error")
    .action(async (paths: readonly string[], flags: TestFlags) => {
      const command = flags.watch ? (await import("./commands/watch.js")).watch : (await import("./commands/test.js")).test;
      process.exitCode = await command(paths, flags);
    });
  program
    .command("check <files...>")
    .description("your own manifests and IAM documents, in files, folders or standard input (-): will it work, and if not, where and why")
    .addOption(
      new Option("--call <action=arn>", "what the apps call with their credentials, such as s3:GetObject=arn:aws:s3:::my-bucket/my-key; may be repeated")
        .argParser(parseCall)
        .default([], "none"),
    )
    .option("--sdk <sdk>", "the SDK of the apps, perhaps with its release: go-v2, or go-v1@1.12.199")
    .option("--workload <name>", "only this workload: NAME, or KIND/NAME")
    .option("--namespace <name>", "only this namespace; also that of manifests that name none")
    .option("--cluster <name>", "the cluster that all workloads run in, of those that are given")
    .option("--token <file>", "a token as a container reads it: says whose it is and which cluster's")
    .option("--env-file <file>", "what env prints in the container; values of secrets are not kept")
    .option("--error <text>", "the error that was met, as it stands in a log: the failure that says the same is told first")
    .option("--strict", "what had to be assumed is a fault")
    .option("--fix", "print what would mend the files as a unified diff; each change was tried")
    .addOption(
      new Option("--report <format>", "junit, github, sarif, markdown or json, with =FILE or without; may be repeated")
        .argParser(parseCheckReport)
        .default([], "none"),
    )
    .option("--save <folder>", "write what was played as scenarios that run, step and test take")
    .option("--html <file>", "write the page with what was played in it: what is broken first")
    .option("--write", "mend the files themselves; comments and layout stay")
    .option("--json", "the report as JSON (irsa-sim/check/v1)")
    .option("--no-color", "no colours")
    .action(async (files: readonly string[], flags: CheckFlags) => {
      const { check } = await import("./commands/check.js");
      process.exitCode = await check(files, flags);
    });
  program
    .command("collect <workload>")
    .description("print the read-only kubectl and aws commands that gather what check needs; nothing is run")
    .option("--namespace <name>", "the workload's namespace", "default")
    .option("--cluster <name>", "the cluster's name in EKS")
    .option("--into <folder>", "where the commands write", "irsa")
    .action(async (workload: string, flags: CollectFlags) => {
      const { collect } = await import("./commands/collect.js");
      process.exitCode = collect(workload, flags);
    });
  program
    .command("lint [paths...]")
    .description("check scenarios with all their files, and play nothing")
    .action(async (paths: readonly string[]) => {
      const { lint } = await import("./commands/lint.js");
      process.exitCode = await lint(paths);
    });
  program
    .command("new <folder>")
    .description("write a commented scenario to begin with")
    .action(async (folder: string) => {
      const { create } = await import("./commands/new.js");
      process.exitCode = create(folder);
    });
  program
    .command("schema")
    .description("the JSON Schema of scenario.yaml, for editors")
    .action(async () => {
      const { schema } = await import("./commands/schema.js");
      process.exitCode = schema();
    });
  program
    .command("list [word]")
    .description("the scenarios that ship with the simulator, by step and by message; those that a word stands in")
    .option("--tag <tags>", "only with these tags: a,!b", parseTags)
    .option("--step <n>", "only those that are refused in this step", parseStep)
    .option("--sdk <sdk>", "only those that play this SDK, such as go-v2 or dotnet")
    .option("--json", "as JSON")
    .option("--no-color", "no colours")
    .action(async (word: string | undefined, flags: ListFlags) => {
      const { list } = await import("./commands/list.js");
      process.exitCode = await list(word, flags);
    });
  addDeployCommand(program);
  addExecCommand(program);
  addExplainCommand(program);
  addChainCommand(program);
  addTokenCommands(program);
  addUpCommand(program);
  program.hook("preAction", async (_, command) => {
    const { applyEnvironment } = await import("./settings/environment.js");
    const { applyConfigFile } = await import("./settings/config-file.js");
    applyEnvironment(command);
    await applyConfigFile(command, program);
  });
  program.addHelpText(
    "after",
    "\nEvery option --some-option is also IRSA_SIM_SOME_OPTION in the environment, or some-option in irsa-sim.config.yaml; flags go first.",
  );
  return program;
}

function withRunFlags(command: Command): Command {
  return withPlayFlags(command)
    .option("--cell <values>", "which cell of a matrix, such as sdk=go-v2; NAME[sdk=go-v2] says the same")
    .option("--show-tokens", "show token signatures and secret keys whole");
}

/** How a scenario is played, whatever is shown of it. */
function withPlayFlags(command: Command): Command {
  return command
    .option("--network <form>", "memory or loopback (real sockets on 127.0.0.1)", parseNetwork, "memory")
    .option("--seed <seed>", "ids and jitter follow from it", "1")
    .addOption(
      new Option("--start-at <time>", "when the run begins, RFC 3339, from 2000 to 2089")
        .argParser(parseTime)
        .default(DEFAULT_START_AT, "2026-01-05T09:00:00Z"),
    )
    .option("--trace <extent>", "what is kept of the trace: all, or window=N for so many events of its beginning and its end (default: all)", parseExtent)
    .option("--max-events <n>", "stop a run that comes to more events (default: 500000)", parseLimit)
    .option("--max-time <seconds>", "stop a run that takes longer (default: 300)", parseLimit)
    .option("--max-memory <mib>", "stop a run that takes more memory (default: 1024, or most of what the engine may take)", parseLimit)
    .option("--fresh-keys", "new keys and certificates instead of the well-known ones")
    .option("--no-color", "no colours");
}

function parseStep(text: string): number {
  if (!/^\d$/.test(text)) throw new InvalidArgumentError(`a step is a number from 0 to 9, found "${text}".`);
  return Number(text);
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError(`a number from 1 to 9999, found "${text}".`);
  return Number(text);
}

function parseLimit(text: string): number {
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new InvalidArgumentError(`a whole number from 1 on, found "${text}".`);
  return Number(text);
}

function parseNetwork(text: string): "memory" | "loopback" {
  if (text !== "memory" && text !== "loopback") throw new InvalidArgumentError(`memory or loopback, found "${text}".`);
  return text;
}
