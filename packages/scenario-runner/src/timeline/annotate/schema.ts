import { record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

const value = z.union([z.string(), z.null()], { error: "text, or null to take the annotation away" });

/** Somebody annotates an object. */
export const annotateSchema = strictObject({
  pod: text("the pod's name").optional().describe("name of the pod"),
  serviceAccount: text("the service account's name").optional().describe("name of the service account"),
  namespace: text("the object's namespace").default("default").describe("namespace of the object; default when left out"),
  annotations: record(value, "values by key").describe(
    "the annotations that change, as for kubectl annotate --overwrite; null takes one away, all others stay",
  ),
}).refine(({ pod, serviceAccount }) => (pod === undefined) !== (serviceAccount === undefined), {
  error: "either pod or serviceAccount",
  when: ({ issues }) => issues.length === 0,
});
