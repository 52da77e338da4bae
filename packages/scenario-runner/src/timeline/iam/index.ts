import { defineAction } from "../define-action.js";
import { performIamChange } from "./perform.js";
import { iamSchema } from "./schema.js";

/** Somebody changes something in IAM. */
export const iam = defineAction({ name: "iam", schema: iamSchema, holds: "role or oidcProvider", isEverywhere: () => true, perform: performIamChange });
