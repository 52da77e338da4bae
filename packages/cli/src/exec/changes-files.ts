import type { TraceEvent } from "@irsa-sim/core";

/** Whether the kubelet has written a volume, or somebody stands between a container and its files. */
export function changesFiles(event: TraceEvent): boolean {
  return (event.kind === "change" && event.actor === "kubelet") || (event.kind === "note" && event.name === "token.tampered");
}
