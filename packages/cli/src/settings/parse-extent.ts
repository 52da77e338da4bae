import { InvalidArgumentError } from "commander";

/** Enough for some hundred calls. */
const DEFAULT_WINDOW = 20_000;

/**
 * Reads `--trace`, as the number of events that are kept; `undefined` for all.
 *
 * @throws {InvalidArgumentError} for anything but `all`, `window` and `window=N`
 */
export function parseExtent(text: string): number | undefined {
  if (text === "all") return undefined;
  const parts = /^window(?:=([1-9]\d{0,8}))?$/.exec(text);
  if (parts === null) throw new InvalidArgumentError(`all, window or window=N, found "${text}".`);
  return Number(parts[1] ?? DEFAULT_WINDOW);
}
