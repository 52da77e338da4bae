import { defineAction } from "../define-action.js";
import { performCall } from "./perform.js";
import { callSchema } from "./schema.js";

/** An app calls AWS. */
export const call = defineAction({
  name: "call",
  schema: callSchema,
  holds: "pod, sdk, action, bucket and key",
  perform: performCall,
  replicate: (action, rename) => ({ ...action, pod: rename(action.pod) }),
});
