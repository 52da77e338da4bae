import type { JsonObject } from "@irsa-sim/core";
import type { KubernetesObject } from "../storage/kubernetes-object.js";
import type { Container, ResourceList, ResourceRequirements } from "./types/container.js";
import type { Affinity, Toleration, TopologySpreadConstraint } from "./types/scheduling.js";
import type { PodSecurityContext } from "./types/security-context.js";
import type { Volume } from "./types/volume.js";

/** What is to run: members that admission looks at; the others are passed on. */
export type PodSpec = JsonObject & {
  readonly volumes?: readonly Volume[];
  readonly initContainers?: readonly Container[];
  readonly containers?: readonly Container[];
  readonly ephemeralContainers?: readonly Container[];
  readonly restartPolicy?: string;
  readonly terminationGracePeriodSeconds?: number;
  readonly activeDeadlineSeconds?: number;
  readonly dnsPolicy?: string;
  readonly nodeSelector?: { readonly [key: string]: string };
  readonly serviceAccountName?: string;
  readonly serviceAccount?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly nodeName?: string;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly shareProcessNamespace?: boolean;
  readonly securityContext?: PodSecurityContext;
  readonly imagePullSecrets?: readonly { readonly name?: string }[];
  readonly hostname?: string;
  readonly subdomain?: string;
  readonly affinity?: Affinity;
  readonly tolerations?: readonly Toleration[];
  readonly hostAliases?: readonly { readonly ip?: string; readonly hostnames?: readonly string[] }[];
  readonly priorityClassName?: string;
  readonly priority?: number;
  readonly dnsConfig?: {
    readonly nameservers?: readonly string[];
    readonly searches?: readonly string[];
    readonly options?: readonly { readonly name?: string; readonly value?: string }[];
  };
  readonly readinessGates?: readonly { readonly conditionType?: string }[];
  readonly runtimeClassName?: string;
  readonly enableServiceLinks?: boolean;
  readonly preemptionPolicy?: string;
  readonly overhead?: ResourceList;
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly setHostnameAsFQDN?: boolean;
  readonly os?: { readonly name?: string };
  readonly hostUsers?: boolean;
  readonly schedulingGates?: readonly { readonly name?: string }[];
  readonly resourceClaims?: readonly { readonly name?: string; readonly resourceClaimName?: string; readonly resourceClaimTemplateName?: string }[];
  readonly resources?: ResourceRequirements;
  readonly hostnameOverride?: string;
};

/** A pod on its way through admission. */
export type Pod = KubernetesObject & { readonly spec: PodSpec };

/** The name under which admission speaks of a pod: for one whose name is yet to be made, the prefix. */
export function podName({ metadata }: Pod): string {
  return metadata.name || metadata.generateName || "Unknown";
}

/** A container and where it stands. */
export interface PlacedContainer {
  readonly container: Container;
  /** `spec.containers[0]`. */
  readonly field: string;
}

/** All containers in the order in which Kubernetes visits them. */
export function placedContainers({ initContainers = [], containers = [], ephemeralContainers = [] }: PodSpec): readonly PlacedContainer[] {
  const placed = (kind: string, list: readonly Container[]): readonly PlacedContainer[] =>
    list.map((container, index) => ({ container, field: `spec.${kind}[${index}]` }));
  return [...placed("initContainers", initContainers), ...placed("containers", containers), ...placed("ephemeralContainers", ephemeralContainers)];
}
