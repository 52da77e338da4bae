import type { z } from "zod";

/** What may be left out, and then is `null`. */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().transform((value): z.output<Schema> | null => value ?? null);
}
