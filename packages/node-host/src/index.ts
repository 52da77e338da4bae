/** The loopback form of the network: real sockets and real TLS on 127.0.0.1. */
export { type LoopbackOptions, type LoopbackTransport, startLoopbackTransport } from "./loopback-transport.js";
