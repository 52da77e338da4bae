/** `irsa-sim.config.yaml` in the current folder: options by their names, for all commands, or below a command's name for that one. */
import type { Command, Option } from "commander";
import { readInput } from "../files/read-input.js";
import { UsageError } from "../usage-error.js";
import { setOption } from "./set-option.js";

const FILE = "irsa-sim.config.yaml";

/**
 * Sets what neither a flag nor the environment says.
 *
 * @throws {UsageError} for a file that cannot be read, an unknown option or a value that the option does not take
 */
export async function applyConfigFile(command: Command, program: Command): Promise<void> {
  const text = readInput(FILE);
  if (text === null) return;
  const settings = await parseSettings(text);
  const known = [program, ...program.commands].flatMap(({ commands }) => commands);
  const commands = new Map(known.map((one) => [nameOf(one, program), one]));
  const entries = Object.entries(optionsIn(settings, FILE));
  // What is said for the command alone goes first, and is not set again.
  for (const [name, value] of entries)
    if (commands.get(name) === command)
      for (const [option, own] of Object.entries(optionsIn(value, `${FILE}: ${name}`))) set(command, option, { value: own, known: [command] });
  for (const [name, value] of entries) if (!commands.has(name)) set(command, name, { value, known });
}

/** A command below another is called by both names: `token mint`. */
function nameOf(command: Command, program: Command): string {
  const { parent } = command;
  return parent === null || parent === program ? command.name() : `${parent.name()} ${command.name()}`;
}

/**
 * Read within the bounds of every other document; `null` when nothing is said but comments.
 *
 * @throws {UsageError} with the places of what is wrong
 */
async function parseSettings(text: string): Promise<unknown> {
  if (text.split("\n").every((line) => /^\s*(#|$)/.test(line))) return null;
  const { createProblemList, formatProblem, parseFile, toJson } = await import("@irsa-sim/documents");
  const problems = createProblemList((found) => new UsageError(found.map(formatProblem).join("\n")));
  const [tree, second] = parseFile({ file: FILE, text, dialect: "core" }, problems);
  if (second !== undefined) problems.add(second.place, { message: "a second document", expected: "one document" });
  problems.throwIfAny();
  return tree === undefined ? null : toJson(tree);
}

/** @throws {UsageError} for a list or a text where options by their names are meant; nothing at all is no options */
function optionsIn(value: unknown, place: string): object {
  if (typeof (value ?? {}) !== "object" || Array.isArray(value)) throw new UsageError(`${place}: options by their names, such as seed: "7"`);
  return value ?? {};
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
