import { pattern, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";
import { containerFields } from "../container-fields.js";

/** Kinds whose template can be given a date, by how kubectl writes them. */
export const ROLLED_OUT: Readonly<Record<string, string>> = { deployment: "Deployment", statefulset: "StatefulSet", daemonset: "DaemonSet" };

/** A container, a workload or the kubelet starts again. */
export const restartSchema = strictObject({
  ...containerFields,
  pod: containerFields.pod.optional(),
  rollout: pattern(new RegExp(`^(${Object.keys(ROLLED_OUT).join("|")})/.+$`), "deployment/NAME, statefulset/NAME or daemonset/NAME")
    .optional()
    .describe("a workload all of whose pods are made anew, as kubectl rollout restart deployment/NAME does"),
  kubelet: z.literal(true, { error: "true" }).optional().describe("the kubelet, which loses its token cache"),
}).refine(({ pod, rollout, kubelet }) => [pod, rollout, kubelet].filter((named) => named !== undefined).length === 1, {
  error: "either pod, rollout or kubelet",
  when: ({ issues }) => issues.length === 0,
});
