import { InvalidArgumentError, Option } from "commander";

const FASTEST = 10_000;

/** `--time-scale`, of every command whose world keeps the machine's time. */
export function timeScaleOption(): Option {
  return new Option("--time-scale <n>", "let time pass so many times as fast, tokens and credentials included").argParser(parseScale).default(1);
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || scale <= 0 || scale > FASTEST) throw new InvalidArgumentError(`a number above 0 and up to ${FASTEST}, found "${text}".`);
  return scale;
}
