import { defineAction } from "../define-action.js";
import { performApply } from "./perform.js";
import { applySchema } from "./schema.js";

/** Somebody applies files. */
export const apply = defineAction({ name: "apply", schema: applySchema, readsFiles: true, perform: performApply });
