import type { Command, Option } from "commander";
import { UsageError } from "../usage-error.js";

/** A value that stands somewhere else than on the command line. */
export interface Setting {
  readonly value: unknown;
  /** How messages name the place, such as `IRSA_SIM_SEED`. */
  readonly place: string;
  readonly source: "env" | "config";
}

/**
 * Sets an option that nothing stronger has set.
 *
 * @throws {UsageError} for a value that the option does not take
 */
export function setOption(command: Command, option: Option, { value, place, source }: Setting): void {
  const key = option.attributeName();
  const before = command.getOptionValueSource(key);
  if (before !== undefined && before !== "default") return;
  try {
    command.setOptionValueWithSource(key, read(option, value), source);
  } catch (error) {
    throw new UsageError(`${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function read(option: Option, value: unknown): unknown {
  if (option.isBoolean()) {
    const known = { true: true, 1: true, false: false, 0: false }[String(value)];
    if (known === undefined) throw new TypeError(`true or false, found ${JSON.stringify(value)}`);
    return known;
  }
  const { parseArg, argChoices } = option;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const odd = values.find((one) => typeof one === "object");
  if (odd !== undefined) throw new TypeError(`a text or a number, found ${JSON.stringify(odd)}`);
  const texts = values.map(String);
  const wrong = argChoices?.length ? texts.find((text) => !argChoices.includes(text)) : undefined;
  if (wrong !== undefined) throw new TypeError(`one of ${argChoices?.join(", ")}, found "${wrong}"`);
  if (parseArg === undefined || argChoices?.length) return texts.at(-1);
  return texts.reduce<unknown>((before, text) => parseArg(text, before), option.defaultValue);
}
