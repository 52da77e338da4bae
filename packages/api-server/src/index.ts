/** Step 1: kube-apiserver: objects, admission chain, TokenRequest route, scheduler. */
export type { StaticToken, User } from "./access/user.js";
export { type ApiServer, type ApiServerOptions, createApiServer } from "./create-api-server.js";
export type { PodsListener } from "./pod-wake-ups.js";
export type { ObjectMeta, StoredObject } from "./storage/kubernetes-object.js";
