import type { JsonObject } from "@irsa-sim/core";
import { present, record } from "@irsa-sim/core/schema";
import { z } from "zod";

/** A policy as a document. IAM says itself what is wrong with one; where files are read in, they are held against a schema of policies before. */
export const policy = present("a file or a policy document") as unknown as z.ZodType<JsonObject, JsonObject>;

/** Policies by name. */
export const policies = record(z.unknown() as unknown as z.ZodType<JsonObject, JsonObject>, "policy names, each with a file or a document").default({});
