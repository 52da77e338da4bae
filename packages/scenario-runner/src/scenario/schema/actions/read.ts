import { container, namespace, pod, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

/** A program in a container reads a file. */
export const readSchema = strictObject({
  kind: z.literal("read"),
  pod,
  namespace,
  container,
  file: text("a path").describe("the file's path in the container"),
});
