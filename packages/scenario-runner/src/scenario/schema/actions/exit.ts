import { namespace, pod, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

/** A container's program ends. */
export const exitSchema = strictObject({
  kind: z.literal("exit"),
  pod,
  namespace,
  container: text("the container's name").describe(
    "name of the container; an init container runs until its exit stands in the timeline, and ends at once when none does",
  ),
});
