/** The network: plain HTTP messages, who answers where, and the way between them. */
export type { Handler } from "./handler.js";
export { createHostDirectory } from "./host-directory.js";
export { createInMemoryTransport } from "./in-memory-transport.js";
export { bodyBytes, bodyText, type HttpHeaders, type HttpRequest, type HttpResponse } from "./message.js";
export { type CarryOptions, createNetwork, type HostDirectory, type HostRegistration, type Network, type SendOptions, type Transport } from "./network.js";
export { NetworkError, type NetworkErrorCode } from "./network-error.js";
export { type NetworkPath, networkPathOf, withNetworkPath } from "./network-path.js";
export { nobodyThere } from "./nobody-there.js";
export { createPieceQueue, type PieceQueue } from "./piece-queue.js";
export { senderBehindMs, withSenderClock } from "./sender-clock.js";
export { signingRegionOf, withSigningRegion } from "./signing-region.js";
