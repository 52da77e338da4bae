/** Steps 2, 3 and 5: the kubelet: token manager, projected volume, atomic writer. */
export { createKubelet } from "./create-kubelet.js";
export type { Kubelet, KubeletOptions } from "./kubelet.js";
export type { PullImage, WaitingReason } from "./pull-image.js";
export type { RunningContainer } from "./running-container.js";
export type { StatusSources } from "./status/status-sources.js";
