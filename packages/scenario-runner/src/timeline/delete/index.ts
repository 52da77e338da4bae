import { defineAction } from "../define-action.js";
import { performDelete } from "./perform.js";
import { deleteSchema } from "./schema.js";

/** Somebody deletes an object. */
export const deletion = defineAction({
  name: "delete",
  schema: deleteSchema,
  holds: "pod, serviceAccount, or kind and name",
  perform: performDelete,
  replicate: (action, rename) => (action.pod === undefined ? null : { ...action, pod: rename(action.pod) }),
});
