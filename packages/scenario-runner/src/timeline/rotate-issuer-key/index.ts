import { defineAction } from "../define-action.js";
import { performRotation } from "./perform.js";
import { rotateIssuerKeySchema } from "./schema.js";

/** The issuer has so many keys to take over from the first. */
const FURTHER_KEYS = 2;

/** The issuer gets a new key. */
export const rotateIssuerKey = defineAction({
  name: "rotate-issuer-key",
  schema: rotateIssuerKeySchema,
  holds: "publish, keepOld",
  atMost: { times: FURTHER_KEYS, what: "rotations of the issuer's key" },
  perform: performRotation,
});
