import type { JsonObject } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import { ActionError } from "./action-error.js";
import { ACTIONS } from "./actions.js";
import { settle } from "./settle.js";

/** An action as a timeline writes it: its name, and what stands under that. */
export interface WrittenAction {
  readonly name: string;
  readonly written: unknown;
  /** What stands in the files that it reads. */
  readonly objects?: readonly JsonObject[];
}

/**
 * Does one thing as a timeline would, and lets the actors do what follows from it.
 *
 * @returns what the one who acted was told when it was not done; else `null`
 * @throws {ActionError} `ERR_ACTION_INVALID`
 * @example await performAction(world, { name: "fault", written: { unreachable: { host: "sts.eu-west-1.amazonaws.com" } } });
 */
export async function performAction(world: World, { name, written, objects = [] }: WrittenAction): Promise<Refusal | null> {
  const definition = ACTIONS.find((one) => one.name === name);
  if (definition === undefined) throw new ActionError(`there is no action "${name}"`, { hint: `one of: ${ACTIONS.map((one) => one.name).join(", ")}` });
  const { value } = definition;
  const whole = value !== undefined && (typeof written !== "object" || written === null) ? { [value]: written } : written;
  const parsed = definition.schema.safeParse(whole);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${[name, ...path].join(".")}: expected ${message}`);
    throw new ActionError(faults.join("\n"));
  }
  return (await definition.perform(world, parsed.data, objects)) ?? settle(world);
}
