import type { Json } from "@irsa-sim/core";
import { callerContext, findCallerPolicies, type Role, requestContext } from "@irsa-sim/iam";
import type { SessionPolicies } from "../checks/13-session-policy.js";
import { fail, pass } from "../checks/check-context.js";
import type { RoleArn } from "../parameters/parse-role-arn.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import type { AssumeRoleParametersChecked } from "./01-parameters.js";
import type { SessionTags } from "./04-session-tags.js";
import { decideAssumeRole } from "./decide-assume-role.js";

type Input = AssumeRoleParametersChecked & { readonly roleArn: RoleArn } & SessionTags & SessionPolicies;

/** The role, which the caller may have. */
export type AuthorizationChecked = Input & { readonly role: Role };

const CHECK = { check: "sts.assume-role", title: "trust policy and the caller's policies" } as const;

/**
 * Asks the role's trust policy and the caller's own policies; a role that does not exist is refused in the same words.
 *
 * @throws {StsFault} `AccessDenied`
 * @see sts-and-iam.md, section 1.6
 */
export function checkAuthorization(context: Input): AuthorizationChecked {
  const { sts, roleArn, caller, sets } = context;
  const role = sts.iam.findRole(roleArn.arn);
  const fault = STS_FAULTS.assumeRoleDenied(caller.arn, roleArn.arn);
  if (role === null) {
    const expected = { value: roleArn.arn, from: { file: "request", pointer: "RoleArn" } };
    const actual = { value: "no such role", from: { file: `account/${roleArn.account}`, pointer: "/Roles" } };
    throw fail(context, { ...CHECK, expected, actual, reason: "role-missing" }, fault);
  }
  const actions = ["sts:AssumeRole", ...(sets.tags ? ["sts:TagSession"] : []), ...(sets.sourceIdentity ? ["sts:SetSourceIdentity"] : [])];
  const policies = findCallerPolicies(sts.iam, caller);
  const resourceControlPolicies = sts.iam.account(roleArn.account)?.guardrails.resourceControlPolicies ?? null;
  for (const action of actions) {
    const decision = decideAssumeRole({ caller, policies, role, resourceControlPolicies, action, context: conditionContext(context, role) });
    const { decisive, outcome } = decision.decidedBy.decision;
    const record = {
      ...CHECK,
      expected: {
        value: `Allow ${action} for ${caller.arn}`,
        from: { file: decisive?.policy ?? role.trustPolicy.source, pointer: decisive?.pointer ?? "/Statement" },
      },
      actual: { value: decision.allowed ? `${decisive?.policy} allows it` : decision.tail },
      details: JSON.parse(JSON.stringify(decision)) as Json,
    };
    if (!decision.allowed) throw fail(context, { ...record, reason: outcome }, fault);
    pass(context, record);
  }
  return { ...context, role };
}

function conditionContext({ sts, request, caller, parameters, sessionClaims }: Input, role: Role): ReadonlyMap<string, readonly string[]> {
  const { tags, transitiveTagKeys, sourceIdentity } = sessionClaims;
  const keys: readonly (readonly [key: string, values: readonly string[]])[] = [
    ...requestContext({ request, region: sts.region, now: sts.clock.now() }),
    ...callerContext(caller),
    ["sts:RoleSessionName", [parameters.roleSessionName]],
    ["sts:ExternalId", parameters.externalId === null ? [] : [parameters.externalId]],
    ["sts:SourceIdentity", sourceIdentity === null ? [] : [sourceIdentity]],
    ["sts:TransitiveTagKeys", transitiveTagKeys],
    ["aws:TagKeys", [...tags.keys()]],
    ...[...tags].map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const),
    ...[...role.tags].map(([key, value]) => [`aws:ResourceTag/${key}`, [value]] as const),
  ];
  return new Map(keys.filter(([, values]) => values.length > 0));
}
