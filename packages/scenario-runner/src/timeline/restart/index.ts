import { defineAction } from "../define-action.js";
import { performRestart } from "./perform.js";
import { restartSchema } from "./schema.js";

/** A container or the kubelet starts again. */
export const restart = defineAction({
  name: "restart",
  schema: restartSchema,
  holds: "pod, rollout or kubelet",
  perform: performRestart,
  replicate: (action, rename) => (action.pod === undefined ? null : { ...action, pod: rename(action.pod) }),
});
