/** Whether the caller's policies, and the resource's where it has one, allow the action, as they are now. */
import { actionOf, RESOURCE_HEADER, resourceOf } from "@irsa-sim/aws-reference";
import type { Json } from "@irsa-sim/core";
import { type AuthorizationDecision, accountOf, authorizeCall, noteUnseenChange } from "@irsa-sim/iam";
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
  const place = { partition, region, account: accountOf(caller) };
  return { action: `${prefix}:${name}`, resource: request.headers[RESOURCE_HEADER] ?? resourceOf(reference, name, { parameters, place }) };
}

function decide({ options, request, caller, operation, parameters }: ServiceCall, { action, resource }: WantedAction): AuthorizationDecision {
  const { iam, region, clock, policyOf, reference, prefix } = options;
  const policy = policyOf(resource);
  const owner = resource.split(":")[4] ?? "";
  return authorizeCall({
    ...{ iam, request, region, now: clock.now(), caller, action, resource },
    owner:
      owner === ""
        ? null
        : // Of all resources with policies only keys of KMS let nobody in without theirs.
          {
            accountId: owner,
            policySource: policy?.source ?? `${resource}/policy`,
            policy: policy?.document ?? null,
            policyMustAllow: prefix === "kms" && policy !== null,
          },
    context: parameterContext(reference.actions[actionOf(reference, operation)]?.keys ?? [], parameters),
  });
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
