/** Step 1: kube-apiserver: objects, admission chain, TokenRequest route, scheduler. */
export type { Grant } from "./access/decide-authorization.js";
export type { StaticToken, User } from "./access/user.js";
export { type ApiServer, type ApiServerOptions, createApiServer } from "./create-api-server.js";
export type { ClusterChange, ClusterState, ClusterStateAccess } from "./storage/cluster-state.js";
export type { ObjectMeta, StoredObject } from "./storage/kubernetes-object.js";
