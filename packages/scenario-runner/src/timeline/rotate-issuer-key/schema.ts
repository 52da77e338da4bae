import { flag, strictObject } from "@irsa-sim/core/schema";

/** The issuer gets a new key. */
export const rotateIssuerKeySchema = strictObject({
  publish: flag().default(true).describe("whether the new key is in the key set; true when left out"),
  keepOld: flag().default(true).describe("whether the old key stays in the key set; true when left out"),
});
