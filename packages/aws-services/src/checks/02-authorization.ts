/** Whether the caller's policies, and the resource's where it has one, allow the action, as they are now. */
import { actionOf, RESOURCE_HEADER, resourceOf } from "@irsa-sim/aws-reference";
import type { Json } from "@irsa-sim/core";
import {
  type AuthorizationDecision,
  authorize,
  callerContext,
  evaluatePolicies,
  findCallerPolicies,
  namesCaller,
  noteUnseenChange,
  requestContext,
} from "@irsa-sim/iam";
import { denialFault } from "../denial.js";
import type { ServiceCall } from "../service-options.js";
import { parameterContext } from "./parameter-context.js";

/** What is to be done, and on what. */
interface WantedAction {
  /** `secretsmanager:GetSecretValue`. */
  readonly action: string;
  /** ARN; `*` for none. */
  readonly resource: string;
}

/** @throws {ServiceFault} in the service's words */
export function checkAuthorization(call: ServiceCall): void {
  const { caller, options, span } = call;
  const wanted = wantedBy(call);
  const { action, resource } = wanted;
  const decision = decide(call, wanted);
  const { allowed: passed, decidedBy } = decision;
  const { decisive, outcome } = decidedBy.decision;
  span.check({
    check: "service.authorization",
    title: "the caller's policies allow the action",
    passed,
    expected: {
      value: `Allow ${action} on ${resource}`,
      from: { file: decisive?.policy ?? policyHolder(call), ...(decisive === null ? {} : { pointer: decisive.pointer }) },
    },
    actual: { value: passed ? `${decisive?.policy} allows it` : explainDenial(decidedBy, call) },
    ...(passed ? {} : { reason: outcome }),
    details: { caller: caller.arn, action, resource, decision: decision as unknown as Json },
  });
  if (passed) return;
  if (caller.kind === "role-session") noteUnseenChange(options.iam, caller.session.roleArn, span);
  throw denialFault({ prefix: options.prefix, action, callerArn: caller.arn, resource, tail: decision.tail }, call.form);
}

function wantedBy({ options, operation, parameters, request, caller }: ServiceCall): WantedAction {
  const { reference, prefix, partition, region } = options;
  const name = actionOf(reference, operation);
  const place = { partition, region, account: accountIn(caller.arn) };
  return { action: `${prefix}:${name}`, resource: request.headers[RESOURCE_HEADER] ?? resourceOf(reference, name, { parameters, place }) };
}

function decide({ options, request, caller, operation, parameters }: ServiceCall, { action, resource }: WantedAction): AuthorizationDecision {
  const { iam, region, clock, policyOf, reference } = options;
  const owner = accountIn(resource);
  const policy = policyOf(resource);
  const keys = [
    ...requestContext({ request, region, now: clock.now() }),
    ...callerContext(caller),
    ...parameterContext(reference.actions[actionOf(reference, operation)]?.keys ?? [], parameters),
    ...(owner === "" ? [] : [["aws:ResourceAccount", [owner]] as const]),
  ];
  const arns = caller.kind === "user" ? [caller.arn] : [caller.session.roleArn, caller.arn];
  const wanted = { action, resource, principal: { kind: "AWS", arns }, context: new Map(keys) } as const;
  // The policy of a key of KMS must allow in any case, unless it names the caller itself.
  const mustAllow = policy !== null && options.prefix === "kms" && !namesCaller(evaluatePolicies([policy], wanted), arns);
  const isCrossAccount = mustAllow || (owner !== "" && owner !== accountIn(caller.arn));
  return authorize({
    request: wanted,
    ...findCallerPolicies(iam, caller),
    // What has no policy lets nobody of another account in.
    resourcePolicy: policy ?? (isCrossAccount ? { source: `${resource}/policy`, document: NO_STATEMENTS } : null),
    isCrossAccount,
    resourceControlPolicies: owner === "" ? null : (iam.account(owner)?.guardrails.resourceControlPolicies ?? null),
  });
}

const NO_STATEMENTS = { Version: "2012-10-17", Statement: [] };

function accountIn(arn: string): string {
  return arn.split(":")[4] ?? "";
}

function explainDenial({ layer, decision }: AuthorizationDecision["decidedBy"], call: ServiceCall): string {
  if (decision.outcome === "explicit-deny") return `${decision.decisive?.policy} denies it`;
  if (layer !== "identity-based policy") return `no ${layer} allows it`;
  return `no policy of ${policyHolder(call)} allows it`;
}

/** `role/my-pod-role` or `user/developer`. */
function policyHolder({ caller }: ServiceCall): string {
  return caller.kind === "user" ? `user/${caller.user.name}` : `role/${caller.session.roleArn.slice(caller.session.roleArn.lastIndexOf("/") + 1)}`;
}
