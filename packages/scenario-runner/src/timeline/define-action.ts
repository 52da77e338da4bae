import type { JsonObject } from "@irsa-sim/core";
import type { Refusal, World } from "@irsa-sim/simulation";
import type { z } from "zod";
import type { ActionDefinition, ContainerName } from "./action-definition.js";

/** A definition whose functions know what its schema lets through. */
interface TypedDefinition<Schema extends z.ZodType> extends Omit<ActionDefinition, "perform" | "replicate" | "endsContainer" | "isEverywhere"> {
  readonly schema: Schema;
  readonly perform: (world: World, action: z.infer<Schema>, objects: readonly JsonObject[]) => Promise<Refusal | null>;
  readonly replicate?: (action: z.infer<Schema>, rename: (pod: string) => string) => z.infer<Schema> | null;
  readonly isEverywhere?: (action: z.infer<Schema>) => boolean;
  readonly endsContainer?: (action: z.infer<Schema>) => ContainerName;
}

/**
 * Ties what an action does to how it is written.
 *
 * @example
 * export const exit = defineAction({ name: "exit", schema: exitSchema, holds: "pod and container", perform: performExit });
 */
export function defineAction<Schema extends z.ZodType>(definition: TypedDefinition<Schema>): ActionDefinition {
  return definition;
}
