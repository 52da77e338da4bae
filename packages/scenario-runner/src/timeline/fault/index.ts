import { isFaultEverywhere } from "@irsa-sim/simulation";
import { defineAction } from "../define-action.js";
import { performFault } from "./perform.js";
import { faultSchema } from "./schema.js";

/** Something breaks, or is mended. */
export const fault = defineAction({
  name: "fault",
  schema: faultSchema,
  isEverywhere: ({ name }) => isFaultEverywhere(name),
  perform: performFault,
  replicate: ({ name, written }, rename) => (namesPod(written) ? { name, written: { ...written, pod: rename(written.pod) } } : null),
});

function namesPod(written: unknown): written is { readonly pod: string } {
  return typeof written === "object" && written !== null && "pod" in written && typeof written.pod === "string";
}
