import { defineAction } from "../define-action.js";
import { performExit } from "./perform.js";
import { exitSchema } from "./schema.js";

/** A container's program ends. */
export const exit = defineAction({
  name: "exit",
  schema: exitSchema,
  holds: "pod and container",
  perform: performExit,
  replicate: (action, rename) => ({ ...action, pod: rename(action.pod) }),
  endsContainer: (action) => action,
});
