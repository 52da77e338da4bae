/** As whom workload controllers call the API server: each is a service account of `kube-system`, which may do what its ClusterRole says. */
import { WORKLOAD_CONTROLLERS } from "./controllers/index.js";
import type { WorkloadController } from "./workload-controller.js";

/** Lines of the API server's token file. */
export const WORKLOAD_TOKENS = WORKLOAD_CONTROLLERS.map((controller) => ({
  token: tokenOfController(controller),
  name: userOf(controller),
  uid: "",
  groups: ["system:serviceaccounts", "system:serviceaccounts:kube-system", "system:authenticated"],
}));

/** What they may do. */
export const WORKLOAD_GRANTS = WORKLOAD_CONTROLLERS.map((controller) => ({
  user: userOf(controller),
  namespace: null,
  verbs: ["get", "list", "watch", "create", "patch", "delete"],
  resources: ["nodes", "events", controller.of.plural, `${controller.of.plural}/status`, controller.makes.plural],
}));

/** A controller's bearer token. */
export function tokenOfController({ serviceAccount }: Pick<WorkloadController, "serviceAccount">): string {
  return `simulated-${serviceAccount}`;
}

function userOf({ serviceAccount }: WorkloadController): string {
  return `system:serviceaccount:kube-system:${serviceAccount}`;
}
