import { strictObject, text } from "@irsa-sim/core/schema";
import { containerFields } from "../container-fields.js";

/** A program in a container reads a file. */
export const readSchema = strictObject({ ...containerFields, file: text("a path").describe("the file's path in the container") });
