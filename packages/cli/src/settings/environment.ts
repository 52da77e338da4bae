import type { Command } from "commander";
import { setOption } from "./set-option.js";

/**
 * Sets what no flag says from the environment: `--start-at` is `IRSA_SIM_START_AT`.
 *
 * @throws {UsageError} for a value that the option does not take
 */
export function applyEnvironment(command: Command): void {
  for (const option of command.options) {
    if (!option.long || option.negate) continue;
    const place = `IRSA_SIM_${option.long.slice(2).replaceAll("-", "_").toUpperCase()}`;
    const value = process.env[place];
    if (value !== undefined && value !== "") setOption(command, option, { value, place, source: "env" });
  }
}
