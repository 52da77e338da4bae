import { strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";
import { containerFields } from "../container-fields.js";

/** A container or the kubelet starts again. */
export const restartSchema = strictObject({
  ...containerFields,
  pod: containerFields.pod.optional(),
  kubelet: z.literal(true, { error: "true" }).optional().describe("the kubelet, which loses its token cache"),
}).refine(({ pod: podName, kubelet }) => (podName === undefined) !== (kubelet === undefined), {
  error: "either pod or kubelet",
  when: ({ issues }) => issues.length === 0,
});
