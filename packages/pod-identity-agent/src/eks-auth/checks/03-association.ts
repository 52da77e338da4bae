import type { Association } from "../cluster-identity.js";
import { type EksAuthCall, fail, pass } from "../eks-auth-call.js";
import { EKS_AUTH_FAULTS } from "../eks-auth-fault.js";
import type { PodClaims } from "./02-token.js";

/**
 * Finds the association of the pod's service account, as it is now.
 *
 * @throws {EksAuthFault} `ResourceNotFoundException`
 */
export function checkAssociation(call: EksAuthCall, { namespace, serviceAccount }: PodClaims): Association {
  const { cluster } = call;
  const account = `${namespace}/${serviceAccount}`;
  const association = cluster.findAssociation({ namespace, serviceAccount });
  const record = {
    check: "eks-auth.association",
    title: "the service account has an association",
    expected: { value: `an association of ${account} in cluster ${cluster.name}` },
  };
  if (association === null) throw fail(call, { ...record, actual: { value: "none" }, reason: "no-association" }, EKS_AUTH_FAULTS.noAssociation(account));
  pass(call, { ...record, actual: { value: association.roleArn } });
  return association;
}
