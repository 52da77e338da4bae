import { flag, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";

/** The issuer gets a new key. */
export const rotateIssuerKeySchema = strictObject({
  kind: z.literal("rotate-issuer-key"),
  publish: flag().optional().describe("whether the new key is in the key set; true when left out"),
  keepOld: flag().optional().describe("whether the old key stays in the key set; true when left out"),
});
