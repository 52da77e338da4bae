import { defineAction } from "../define-action.js";
import { performRequestToken } from "./perform.js";
import { requestTokenSchema } from "./schema.js";

/** A program in a container asks the API server for a token. */
export const requestToken = defineAction({
  name: "request-token",
  schema: requestTokenSchema,
  holds: "pod, for and saveTo",
  perform: performRequestToken,
  replicate: (action, rename) => ({ ...action, pod: rename(action.pod) }),
});
