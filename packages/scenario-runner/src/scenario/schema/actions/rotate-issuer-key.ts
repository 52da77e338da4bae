import { z } from "zod";
import { flag, strictObject } from "../expected.js";

/** The issuer gets a new key. */
export const rotateIssuerKeySchema = strictObject({
  kind: z.literal("rotate-issuer-key"),
  publish: flag().optional().describe("whether the new key is in the key set; true when left out"),
  keepOld: flag().optional().describe("whether the old key stays in the key set; true when left out"),
});
