import { strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

/** Somebody deletes an object. */
export const deleteSchema = strictObject({
  kind: z.literal("delete"),
  pod: text("the pod's name").optional().describe("name of the pod"),
  serviceAccount: text("the service account's name").optional().describe("name of the service account"),
  namespace: text("the object's namespace").optional().describe("namespace of the object; default when left out"),
}).refine(({ pod, serviceAccount }) => (pod === undefined) !== (serviceAccount === undefined), {
  error: "either pod or serviceAccount",
  when: ({ issues }) => issues.length === 0,
});
