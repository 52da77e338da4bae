import { FAULT_SHAPE } from "@irsa-sim/simulation";
import { UsageError } from "../usage-error.js";

/**
 * A fault's settings, as its own schema lets them through.
 *
 * @param where what is told before each fault of the settings, such as `--fault slow`
 * @throws {UsageError} for an unknown fault, and for settings that it does not take
 */
export function readFault(name: string, settings: unknown, where: string): unknown {
  const shape = FAULT_SHAPE[name];
  if (shape === undefined) throw new UsageError(`${where}: no such fault`, { hint: `one of: ${Object.keys(FAULT_SHAPE).join(", ")}` });
  const parsed = shape.safeParse(settings);
  if (parsed.success) return parsed.data;
  throw new UsageError(parsed.error.issues.map(({ path, message }) => `${where}: ${[name, ...path].join(".")}: expected ${message}`).join("\n"), {
    hint: "it is written as in a scenario",
  });
}
