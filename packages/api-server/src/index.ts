/** Step 1: kube-apiserver: objects, admission chain, TokenRequest route. */
export { type ApiServer, type ApiServerOptions, createApiServer } from "./create-api-server.js";
export type { StaticToken, User } from "./users.js";
