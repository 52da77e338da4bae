import { pattern } from "./expected.js";

/** An AWS account; YAML reads it as a number unless it stands in quotes. */
export const accountId = pattern(/^\d{12}$/, "an account id of 12 digits, in quotes");
