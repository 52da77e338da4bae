import { strictObject, text } from "@irsa-sim/core/schema";
import { containerFields } from "../container-fields.js";

/** A container's program ends. */
export const exitSchema = strictObject({
  ...containerFields,
  container: text("the container's name").describe(
    "name of the container; an init container runs until its exit stands in the timeline, and ends at once when none does",
  ),
});
