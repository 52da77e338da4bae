import { z } from "zod";
import { strictObject, text } from "../expected.js";
import { container, namespace, pod } from "./fields.js";

/** A program in a container reads a file. */
export const readSchema = strictObject({
  kind: z.literal("read"),
  pod,
  namespace,
  container,
  file: text("a path").describe("the file's path in the container"),
});
