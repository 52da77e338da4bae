/** `irsa-sim.config.yaml` in the current folder: options by their names, for all commands, or below a command's name for that one. */
import { existsSync, readFileSync } from "node:fs";
import type { Command, Option } from "commander";
import { UsageError } from "../usage-error.js";
import { setOption } from "./set-option.js";

const FILE = "irsa-sim.config.yaml";

/**
 * Sets what neither a flag nor the environment says.
 *
 * @throws {UsageError} for a file that cannot be read, an unknown option or a value that the option does not take
 */
export async function applyConfigFile(command: Command, program: Command): Promise<void> {
  if (!existsSync(FILE)) return;
  const { parse, YAMLParseError } = await import("yaml");
  let settings: unknown;
  try {
    settings = parse(readFileSync(FILE, "utf8"));
  } catch (error) {
    if (error instanceof YAMLParseError) throw new UsageError(`${FILE}: ${error.message}`);
    throw error;
  }
  if (settings === null || settings === undefined) return;
  if (typeof settings !== "object" || Array.isArray(settings)) throw new UsageError(`${FILE}: options by their names, such as seed: "7"`);
  const commands = new Map(program.commands.map((one) => [one.name(), one]));
  const entries = Object.entries(settings);
  // What is said for the command alone goes first, and is not set again.
  for (const [name, value] of entries)
    if (commands.get(name) === command)
      for (const [option, own] of Object.entries((value ?? {}) as object)) set(command, option, { value: own, known: [command] });
  for (const [name, value] of entries) if (!commands.has(name)) set(command, name, { value, known: program.commands });
}

function set(command: Command, name: string, { value, known }: { readonly value: unknown; readonly known: readonly Command[] }): void {
  const option = optionOf(command, name);
  if (option === undefined) {
    // An option of other commands means nothing to this one.
    if (known.some((one) => optionOf(one, name) !== undefined)) return;
    const names = [...new Set(known.flatMap((one) => one.options.flatMap(({ long }) => long?.slice(2) ?? [])))].sort();
    throw new UsageError(`${FILE}: unknown option "${name}"`, { hint: `one of: ${names.join(", ")}` });
  }
  setOption(command, option, { value, place: `${FILE}: ${name}`, source: "config" });
}

function optionOf(command: Command, name: string): Option | undefined {
  return command.options.find(({ long, negate }) => !negate && long === `--${name}`);
}
