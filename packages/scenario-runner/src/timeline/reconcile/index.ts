import { defineAction } from "../define-action.js";
import { performReconcile } from "./perform.js";
import { reconcileSchema } from "./schema.js";

/** A controller keeps pods. */
export const reconcile = defineAction({
  name: "reconcile",
  schema: reconcileSchema,
  holds: "files, every and compares",
  readsFiles: true,
  perform: performReconcile,
});
