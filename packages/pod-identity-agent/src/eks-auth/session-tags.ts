import type { PodClaims } from "./checks/02-token.js";
import type { ClusterIdentity } from "./cluster-identity.js";

/** AWS's longest name of a session. */
const LONGEST_NAME = 64;

/**
 * The tags that every session of EKS Pod Identity has; all of them go with it when it assumes another role.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
 */
export function sessionTags({ arn, name }: Pick<ClusterIdentity, "arn" | "name">, pod: PodClaims): ReadonlyMap<string, string> {
  return new Map([
    ["eks-cluster-arn", arn],
    ["eks-cluster-name", name],
    ["kubernetes-namespace", pod.namespace],
    ["kubernetes-service-account", pod.serviceAccount],
    ["kubernetes-pod-name", pod.podName],
    ["kubernetes-pod-uid", pod.podUid],
  ]);
}

/**
 * The session's name: `eks-`, cluster, pod and a new id.
 * Differs from EKS, perhaps: how long names of clusters and pods are cut is not documented.
 *
 * @example sessionName({ cluster: "demo", pod: "my-pod", id: "11111111-2222-4333-8444-555555555555" }).length <= 64; // => true
 */
export function sessionName({ cluster, pod, id }: { readonly cluster: string; readonly pod: string; readonly id: string }): string {
  const room = LONGEST_NAME - "eks---".length - id.length;
  const short = (text: string, most: number): string => text.slice(0, most).replace(/-+$/, "");
  const ofCluster = short(cluster, Math.floor(room / 2));
  return `eks-${ofCluster}-${short(pod, room - ofCluster.length)}-${id}`;
}
