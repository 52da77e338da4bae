import type { z } from "zod";
import type { callSchema } from "./schema.js";

/** A call as it is performed. */
export type Call = z.infer<typeof callSchema>;
