import type { Json } from "@irsa-sim/core";
import type { AuthorizationDecision, ConditionKeys, Role } from "@irsa-sim/iam";
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
  if (role === null) {
    const expected = { value: roleArn.arn, from: { file: "request", pointer: "RoleArn" } };
    const actual = { value: "no such role", from: { file: `account/${roleArn.account}`, pointer: "/Roles" } };
    throw fail(context, { ...CHECK, expected, actual, reason: "role-missing" }, STS_FAULTS.assumeRoleDenied(caller.arn, "sts:AssumeRole", roleArn.arn));
  }
  const actions = ["sts:AssumeRole", ...(sets.tags ? ["sts:TagSession"] : []), ...(sets.sourceIdentity ? ["sts:SetSourceIdentity"] : [])];
  for (const action of actions) {
    const asked = { iam: sts.iam, request: context.request, region: sts.region, now: sts.clock.now(), caller, role, action };
    const decision = decideAssumeRole({ ...asked, context: conditionKeys(context, role) });
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
    if (!decision.allowed) throw fail(context, { ...record, reason: outcome }, denied(context, action, decision));
    pass(context, record);
  }
  return { ...context, role };
}

/**
 * Of an explicit deny outside the trust policy AWS says where it stands; of everything else it says nothing more.
 * Differs from AWS, perhaps: the end of the text for an explicit deny is known from field reports only.
 */
function denied({ caller, roleArn }: Input, action: string, { decidedBy, tail }: AuthorizationDecision) {
  const isTold = decidedBy.decision.outcome === "explicit-deny" && decidedBy.layer !== "resource-based policy";
  return isTold ? STS_FAULTS.accessDenied(caller.arn, action, roleArn.arn, tail) : STS_FAULTS.assumeRoleDenied(caller.arn, action, roleArn.arn);
}

function conditionKeys({ parameters, sessionClaims }: Input, role: Role): ConditionKeys {
  const { tags, transitiveTagKeys, sourceIdentity } = sessionClaims;
  return [
    ["sts:RoleSessionName", [parameters.roleSessionName]],
    ["sts:ExternalId", parameters.externalId === null ? [] : [parameters.externalId]],
    ["sts:SourceIdentity", sourceIdentity === null ? [] : [sourceIdentity]],
    ["sts:TransitiveTagKeys", transitiveTagKeys],
    ["aws:TagKeys", [...tags.keys()]],
    ...[...tags].map(([key, value]) => [`aws:RequestTag/${key}`, [value]] as const),
    ...[...role.tags].flatMap(([key, value]) => [[`aws:ResourceTag/${key}`, [value]] as const, [`iam:ResourceTag/${key}`, [value]] as const]),
  ];
}
