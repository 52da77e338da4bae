import { defineAction } from "../define-action.js";
import { performRead } from "./perform.js";
import { readSchema } from "./schema.js";

/** A program in a container reads a file. */
export const read = defineAction({
  name: "read",
  schema: readSchema,
  holds: "pod, container and file",
  perform: performRead,
  replicate: (action, rename) => ({ ...action, pod: rename(action.pod) }),
});
