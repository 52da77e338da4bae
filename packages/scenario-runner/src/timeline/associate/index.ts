import { defineAction } from "../define-action.js";
import { performAssociate } from "./perform.js";
import { associateSchema } from "./schema.js";

/** Somebody makes, changes or deletes an association of EKS Pod Identity. */
export const associate = defineAction({ name: "associate", schema: associateSchema, holds: "serviceAccount, and role or off", perform: performAssociate });
