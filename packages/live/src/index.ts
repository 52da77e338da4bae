/** A world on a wall clock that real clients call over sockets. */

export { type Endpoint, type EndpointName, originsOf, type Service } from "./endpoints/endpoints.js";
export { allRoots } from "./endpoints/loopback-certificate.js";
export type { LiveCluster } from "./live-cluster.js";
export { createContainerList, type LiveContainer } from "./live-container.js";
export type { LiveClock, LiveSimulation } from "./live-simulation.js";
export type { Ports } from "./start-listeners.js";
export { type SimulationOptions, startSimulation } from "./start-simulation.js";
export { answerStranger } from "./strangers/answer-stranger.js";
export type { ClientTime } from "./strangers/client-time.js";
export { CLIENT_CALLS, followClientCalls } from "./strangers/follow-client-calls.js";
export { createKeyOwners } from "./strangers/key-owners.js";
