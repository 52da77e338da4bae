import { nearestNames } from "@irsa-sim/core";
import { OptionsError } from "./errors/options-error.js";

interface Expected {
  readonly fits: (value: unknown) => boolean;
  readonly what: string;
}

const OPTIONS: Readonly<Record<string, Expected>> = {
  network: { fits: (value) => value === "memory" || value === "sockets", what: '"memory" or "sockets"' },
  seed: { fits: (value) => typeof value === "string", what: "a text" },
  startAt: { fits: (value) => value instanceof Date && !Number.isNaN(value.getTime()), what: "a valid Date" },
  onTimeChange: { fits: (value) => typeof value === "function", what: "a function" },
};

/**
 * Checks what a program that nobody compiled may give: a misspelled option would be passed over, and a simulation be another than the one that was meant.
 *
 * @throws {OptionsError} `ERR_LIBRARY_OPTIONS`
 * @example checkOptions("basic", { network: "socket" }) // throws: createSimulation: network: expected "memory" or "sockets", found "socket"
 */
export function checkOptions(scenario: unknown, options: unknown): void {
  if (typeof scenario !== "string") throw problem(`expected a scenario's name or path, found ${describe(scenario)}`);
  if (typeof options !== "object" || options === null || Array.isArray(options)) throw problem(`expected options as an object, found ${describe(options)}`);
  for (const [name, value] of Object.entries(options)) {
    const expected = OPTIONS[name];
    if (expected === undefined) {
      const [near] = nearestNames(name, Object.keys(OPTIONS));
      throw problem(`no option "${name}"`, near === undefined ? `one of: ${Object.keys(OPTIONS).join(", ")}` : `perhaps ${near}`);
    }
    if (value !== undefined && !expected.fits(value)) throw problem(`${name}: expected ${expected.what}, found ${describe(value)}`);
  }
}

function problem(message: string, hint?: string): OptionsError {
  return new OptionsError(`createSimulation: ${message}`, hint === undefined ? {} : { hint });
}

/** A value in a few words, whatever it is. */
function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Date) return "an invalid Date";
  return Array.isArray(value) ? "a list" : typeof value === "object" && value !== null ? "an object" : String(value);
}
