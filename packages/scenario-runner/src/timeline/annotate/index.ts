import { defineAction } from "../define-action.js";
import { performAnnotate } from "./perform.js";
import { annotateSchema } from "./schema.js";

/** Somebody annotates an object. */
export const annotate = defineAction({
  name: "annotate",
  schema: annotateSchema,
  holds: "pod or serviceAccount, and annotations",
  perform: performAnnotate,
  replicate: (action, rename) => (action.pod === undefined ? null : { ...action, pod: rename(action.pod) }),
});
