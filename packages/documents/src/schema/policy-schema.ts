/**
 * Policy documents as far as their grammar is checked before a run; IAM checks the rest.
 *
 * @see sts-and-iam.md, section 5
 */

import { choice, record, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";

const textOrList = z.union([z.string(), z.array(z.string())], { error: "text or a list of texts" });
const conditionValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))], {
  error: "a value or a list of values",
});
const condition = record(record(conditionValue, "condition keys with their values"), "operators such as StringEquals, each with its condition keys");
const principal = z.union(
  [
    z.literal("*"),
    strictObject({ Federated: textOrList.optional(), AWS: textOrList.optional(), Service: textOrList.optional(), CanonicalUser: textOrList.optional() }),
  ],
  { error: 'an object with Federated, AWS, Service or CanonicalUser, or "*"' },
);

const common = {
  Sid: z.string({ error: "text" }).optional(),
  Effect: choice(["Allow", "Deny"]),
  Action: textOrList.optional(),
  NotAction: textOrList.optional(),
  Condition: condition.optional(),
};

const resources = { Resource: textOrList.optional(), NotResource: textOrList.optional() };
const principals = { Principal: principal.optional(), NotPrincipal: principal.optional() };

/** What IAM refuses itself, so that this can be played; editors do not offer it. */
const refused = <Elements extends Readonly<Record<string, z.ZodType>>>(elements: Elements): Elements =>
  Object.fromEntries(Object.entries(elements).map(([name, element]) => [name, element.meta({ deprecated: true })])) as Elements;

const trustStatement = withOneOf(
  ["Action", "NotAction"],
  withOneOf(["Principal", "NotPrincipal"], strictObject({ ...common, ...principals, ...refused(resources) })),
);

const permissionStatement = withOneOf(["Action", "NotAction"], withOneOf(["Resource", "NotResource"], strictObject({ ...common, ...resources })));

const identityStatement = withOneOf(
  ["Action", "NotAction"],
  withOneOf(["Resource", "NotResource"], strictObject({ ...common, ...resources, ...refused(principals) })),
);

/** Of a bucket, a key, or a resource control policy. */
const resourceStatement = withOneOf(
  ["Action", "NotAction"],
  withOneOf(["Principal", "NotPrincipal"], withOneOf(["Resource", "NotResource"], strictObject({ ...common, ...principals, ...resources }))),
);

const version = choice(["2012-10-17", "2008-10-17"]);

/** A document around its statements, which are checked one by one. */
export const policyDocument = strictObject({ Version: version.optional(), Id: z.string({ error: "text" }).optional(), Statement: z.unknown().optional() });

/** The same where IAM stores it, and refuses a version that is none. */
export const policyOfIam = strictObject({
  Version: z.string({ error: "text" }).optional(),
  Id: z.string({ error: "text" }).optional(),
  Statement: z.unknown().optional(),
});

/** One statement of a policy. */
export const POLICY_STATEMENTS = { trust: trustStatement, identity: identityStatement, permission: permissionStatement, resource: resourceStatement } as const;

/** The element or its opposite, not both. */
function withOneOf<Schema extends z.ZodType>([element, opposite]: readonly [string, string], statement: Schema): Schema {
  return statement.superRefine((written, context) => {
    const present = [element, opposite].filter((name) => Object.hasOwn(written as object, name));
    if (present.length === 0) context.addIssue({ code: "custom", path: [element], message: `${element} or ${opposite}` });
    if (present.length === 2) context.addIssue({ code: "custom", path: [opposite], message: `either ${element} or ${opposite}, not both` });
  });
}
