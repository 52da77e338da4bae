import { defineAction } from "../define-action.js";
import { performAdvance } from "./perform.js";
import { advanceSchema } from "./schema.js";

/** Time moves on. */
export const advance = defineAction({
  name: "advance",
  schema: advanceSchema,
  holds: "until and atMost",
  value: "duration",
  isEverywhere: () => true,
  perform: performAdvance,
});
