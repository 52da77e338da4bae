import type { JsonObject } from "@irsa-sim/core";
import type { User } from "../../access/user.js";
import type { Pod } from "../pod.js";

/** What a review says besides the pod. */
export interface ReviewFrame {
  /** `admission.k8s.io/v1` or `admission.k8s.io/v1beta1`. */
  readonly apiVersion: string;
  readonly uid: string;
  readonly namespace: string;
  readonly user: User;
  readonly isDryRun: boolean;
}

/** The review that asks about the creation of a pod, members in the API server's order. */
export function buildAdmissionReview(pod: Pod, { apiVersion, uid, namespace, user, isDryRun }: ReviewFrame): JsonObject {
  const kind = { group: "", version: "v1", kind: "Pod" };
  const resource = { group: "", version: "v1", resource: "pods" };
  const { name } = pod.metadata;
  return {
    kind: "AdmissionReview",
    apiVersion,
    request: {
      uid,
      kind,
      resource,
      requestKind: kind,
      requestResource: resource,
      ...(name ? { name } : {}),
      namespace,
      operation: "CREATE",
      userInfo: {
        username: user.name,
        ...(user.uid === "" ? {} : { uid: user.uid }),
        groups: user.groups,
        ...(user.extra === undefined ? {} : { extra: user.extra }),
      },
      object: pod,
      oldObject: null,
      dryRun: isDryRun,
      options: { kind: "CreateOptions", apiVersion: "meta.k8s.io/v1" },
    },
  };
}
