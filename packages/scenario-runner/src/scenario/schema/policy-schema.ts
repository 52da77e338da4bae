/** Policy documents as far as their grammar is checked before a run; IAM checks the rest. */
import { z } from "zod";
import { choice, record, strictObject } from "./expected.js";

const textOrList = z.union([z.string(), z.array(z.string())], { error: "text or a list of texts" });
const conditionValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))], {
  error: "a value or a list of values",
});
const condition = record(record(conditionValue, "condition keys with their values"), "operators such as StringEquals, each with its condition keys");
const effect = choice(["Allow", "Deny"]);
const principal = z.union([z.literal("*"), record(textOrList, "Federated, AWS or Service")], { error: 'an object with Federated, AWS or Service, or "*"' });

const trustStatement = strictObject({
  Sid: z.string({ error: "text" }).optional(),
  Effect: effect,
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: textOrList.optional(),
  NotAction: textOrList.optional(),
  Condition: condition.optional(),
});

const permissionStatement = strictObject({
  Sid: z.string({ error: "text" }).optional(),
  Effect: effect,
  Action: textOrList.optional(),
  NotAction: textOrList.optional(),
  Resource: textOrList.optional(),
  NotResource: textOrList.optional(),
  Condition: condition.optional(),
});

const version = choice(["2012-10-17", "2008-10-17"]);

/** A document around its statements, which are checked one by one. */
export const policyDocument = strictObject({ Version: version.optional(), Id: z.string({ error: "text" }).optional(), Statement: z.unknown() });

/** One statement of a policy. */
export const POLICY_STATEMENTS = { trust: trustStatement, permission: permissionStatement } as const;
