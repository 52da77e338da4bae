import type { AccountId } from "@irsa-sim/core";
import { pattern } from "@irsa-sim/core/schema";
import type { z } from "zod";

/** An AWS account; YAML reads it as a number unless it stands in quotes. */
export const accountId = pattern(/^\d{12}$/, "an account id of 12 digits, in quotes") as unknown as z.ZodType<AccountId, string>;
