import type { z } from "zod";
import type { World } from "../world.js";

/** One way to break the world: how it is written, and what it does. A fault wraps or sets something; no actor knows of it. */
export interface Fault {
  readonly schema: z.ZodType;
  /** @param written what the schema let through */
  readonly inject: (world: World, written: unknown) => void | Promise<void>;
  /** Whether all clusters feel it where none is named; the first does when absent. */
  readonly isEverywhere?: boolean;
}

/** Ties what a fault does to how it is written. */
export function defineFault<Schema extends z.ZodType>(
  schema: Schema,
  inject: (world: World, written: z.infer<Schema>) => void | Promise<void>,
  { isEverywhere = false }: Pick<Fault, "isEverywhere"> = {},
): Fault {
  return { schema, inject: (world, written) => inject(world, written as z.infer<Schema>), isEverywhere };
}
