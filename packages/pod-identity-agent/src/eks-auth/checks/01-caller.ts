import { authorizeCall, type Caller, queryAuthenticationFault } from "@irsa-sim/iam";
import { type EksAuthCall, fail, pass } from "../eks-auth-call.js";
import { EKS_AUTH_FAULTS, EksAuthFault } from "../eks-auth-fault.js";

const ACTION = "eks-auth:AssumeRoleForPodIdentity";

/**
 * Finds out who asks, which is the node, and whether its role may: AmazonEKSWorkerNodePolicy allows it.
 *
 * @throws {EksAuthFault} `AccessDeniedException`, or what is said of a signature that is not good
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html
 */
export async function checkCaller(call: EksAuthCall): Promise<void> {
  const { authenticate, request, region, clock, iam, cluster } = call;
  const now = clock.now();
  const found = await authenticate({ request, service: "eks-auth", region, now });
  const signed = { check: "eks-auth.authentication", title: "signature and session token" };
  if ("problem" in found) {
    const { reason, expected, actual } = found.problem;
    const { code, status, message } = queryAuthenticationFault(found.problem);
    throw fail(call, { ...signed, expected: { value: expected }, actual: { value: actual }, reason }, new EksAuthFault(code, status, message));
  }
  const { caller } = found;
  pass(call, { ...signed, expected: { value: "signed by a known key, in time" }, actual: { value: caller.arn } });
  const { allowed, decidedBy } = authorizeCall({ iam, request, region, now, caller, action: ACTION, resource: cluster.arn, owner: null });
  const { decisive, outcome } = decidedBy.decision;
  const holder = decisive?.policy ?? holderOf(caller);
  const record = {
    check: "eks-auth.authorization",
    title: "the node's role may ask for pods",
    expected: { value: `Allow ${ACTION} on ${cluster.arn}`, from: { file: holder, ...(decisive === null ? {} : { pointer: decisive.pointer }) } },
    actual: { value: allowed ? `${holder} allows it` : `no policy of ${holderOf(caller)} allows it` },
    details: { caller: caller.arn },
  };
  if (!allowed) throw fail(call, { ...record, reason: outcome }, EKS_AUTH_FAULTS.notAuthorized(caller.arn, cluster.arn));
  pass(call, record);
}

function holderOf(caller: Caller): string {
  return caller.kind === "user" ? `user/${caller.user.name}` : `role/${caller.session.roleArn.slice(caller.session.roleArn.lastIndexOf("/") + 1)}`;
}
