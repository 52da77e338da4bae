/** The members of Kubernetes' types, and how lists and structures of them are merged. */
export type { GoType } from "../structures/go-type.js";
export { membersOf } from "../structures/members-of.js";
export { fieldOf, structureField } from "./field-of.js";
