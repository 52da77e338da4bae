/** Everything that can break; one file each. */
import type { z } from "zod";
import type { World } from "../world.js";
import { answers } from "./answers.js";
import type { Fault } from "./fault.js";
import { kubeletStopped } from "./kubelet-stopped.js";
import { slow } from "./slow.js";
import { tokenTampered } from "./token-tampered.js";
import { unreachable } from "./unreachable.js";
import { webhookWatchDelayed } from "./webhook-watch-delayed.js";

const FAULTS: Readonly<Record<string, Fault>> = {
  answers,
  "kubelet-stopped": kubeletStopped,
  slow,
  "token-tampered": tokenTampered,
  unreachable,
  "webhook-watch-delayed": webhookWatchDelayed,
};

/** How each fault is written, by its name; one is named at a time. */
export const FAULT_SHAPE: Readonly<Record<string, z.ZodOptional>> = Object.fromEntries(
  Object.entries(FAULTS).map(([name, { schema }]) => [name, schema.optional().describe(schema.description ?? "")]),
);

/** Whether all clusters feel a fault where none is named. */
export function isFaultEverywhere(name: string): boolean {
  return FAULTS[name]?.isEverywhere === true;
}

/** Breaks something in the world, or mends it, as is written. */
export async function injectFault(world: World, { name, written }: { readonly name: string; readonly written: unknown }): Promise<void> {
  const fault = FAULTS[name];
  if (fault === undefined) throw new Error(`the schema let the unknown fault ${name} through`);
  await fault.inject(world, written);
}
