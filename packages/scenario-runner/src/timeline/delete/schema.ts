import { strictObject, text } from "@irsa-sim/core/schema";

/** Somebody deletes an object. */
export const deleteSchema = strictObject({
  pod: text("the pod's name").optional().describe("name of the pod"),
  serviceAccount: text("the service account's name").optional().describe("name of the service account"),
  namespace: text("the object's namespace").default("default").describe("namespace of the object; default when left out"),
}).refine(({ pod, serviceAccount }) => (pod === undefined) !== (serviceAccount === undefined), {
  error: "either pod or serviceAccount",
  when: ({ issues }) => issues.length === 0,
});
