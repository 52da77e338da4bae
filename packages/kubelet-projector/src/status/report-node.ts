/**
 * Tells the API server that the node is ready, once each time the kubelet starts.
 * Leaves out: leases and repeated reports, so a node whose kubelet has stopped is told as ready.
 * @see https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/nodestatus/setters.go
 */
import { toRfc3339 } from "@irsa-sim/core";
import { sinceWhen } from "./conditions.js";
import { type StatusClient, sendStatus } from "./send-status.js";
import type { StatusSources } from "./status-sources.js";

interface NodeReport extends StatusClient {
  readonly nodeName: string;
  /** Kubernetes' minor version, 29 for 1.29. */
  readonly minorVersion: number;
  readonly status: StatusSources;
}

/** Sends the status of a node. */
export function reportNode(options: NodeReport): void {
  const { clock, nodeName, minorVersion, status } = options;
  const now = clock.now();
  const conditions = sinceWhen(CONDITIONS, { told: [], now }).map((condition) => ({ ...condition, lastHeartbeatTime: toRfc3339(now) }));
  const addresses = [
    { type: "InternalIP", address: status.nodeIp },
    { type: "Hostname", address: nodeName },
  ];
  const body = { status: { conditions, addresses, nodeInfo: { kubeletVersion: `v1.${minorVersion}.0` } } };
  sendStatus(options, { path: `/api/v1/nodes/${nodeName}`, kind: "Node", body: () => body, onTaken: () => {} });
}

const CONDITIONS = [
  { type: "MemoryPressure", status: "False", reason: "KubeletHasSufficientMemory", message: "kubelet has sufficient memory available" },
  { type: "DiskPressure", status: "False", reason: "KubeletHasNoDiskPressure", message: "kubelet has no disk pressure" },
  { type: "PIDPressure", status: "False", reason: "KubeletHasSufficientPID", message: "kubelet has sufficient PID available" },
  { type: "Ready", status: "True", reason: "KubeletReady", message: "kubelet is posting ready status" },
] as const;
