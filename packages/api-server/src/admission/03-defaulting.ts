/**
 * The defaults that a stored pod always carries, also for what a webhook added.
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/v1#SetObjectDefaults_Pod
 */
import { whereAbsent, whereUndefined } from "./defaulting/absent.js";
import { withContainerDefaults } from "./defaulting/default-container.js";
import { withPodResources, withRequests } from "./defaulting/default-resources.js";
import { withVolumeDefaults } from "./defaulting/default-volume.js";
import { roundedList } from "./defaulting/rounded-resources.js";
import type { Pod, PodSpec } from "./pod.js";
import type { Container } from "./types/container.js";

const CONTAINER_LISTS = ["initContainers", "containers", "ephemeralContainers"] as const;

/** Fills in what is absent; applying it again changes nothing. */
export function applyPodDefaults(pod: Pod): Pod {
  const asked = withPodResources({ ...pod.spec, ...eachContainer(pod.spec, withRequests, ["initContainers", "containers"]) });
  const ported = asked.hostNetwork === true ? { ...asked, ...eachContainer(asked, withHostPorts, ["initContainers", "containers"]) } : asked;
  const { volumes, overhead } = ported;
  return {
    ...pod,
    spec: {
      ...ported,
      ...(volumes && { volumes: volumes.map(withVolumeDefaults) }),
      ...eachContainer(ported, withContainerDefaults, CONTAINER_LISTS),
      ...accountNames(ported),
      ...(overhead && { overhead: roundedList(overhead) }),
      ...whereAbsent(ported, { restartPolicy: "Always", dnsPolicy: "ClusterFirst", schedulerName: "default-scheduler" }),
      ...whereUndefined(ported, { terminationGracePeriodSeconds: 30, securityContext: {}, enableServiceLinks: true }),
      ...((ported.terminationGracePeriodSeconds ?? 0) < 0 && { terminationGracePeriodSeconds: 1 }),
    },
  };
}

type ContainerList = (typeof CONTAINER_LISTS)[number];

function eachContainer(
  spec: PodSpec,
  change: (container: Container) => Container,
  lists: readonly ContainerList[],
): Partial<Record<ContainerList, readonly Container[]>> {
  return Object.fromEntries(lists.flatMap((list) => (spec[list] === undefined ? [] : [[list, spec[list].map(change)]])));
}

/** In the node's network a container's ports are the node's. */
function withHostPorts(container: Container): Container {
  const { ports } = container;
  return ports === undefined ? container : { ...container, ports: ports.map((port) => ({ ...port, hostPort: port.hostPort || (port.containerPort ?? 0) })) };
}

/** The account stands under its old name too. */
function accountNames({ serviceAccountName = "", serviceAccount = "" }: PodSpec): Pick<PodSpec, "serviceAccountName" | "serviceAccount"> {
  const name = serviceAccountName || serviceAccount;
  return name === "" ? {} : { serviceAccountName: name, serviceAccount: name };
}
