/** What only Node has: real sockets and real TLS on 127.0.0.1 under the network, and time that passes. */

export type { SocketAnswer, SocketHandler } from "./host-app.js";
export { type HostTimers, hostTimers } from "./host-timers.js";
export { type Listener, type ListenerOptions, startListener } from "./listener.js";
export { type LoopbackOptions, type LoopbackTransport, startLoopbackTransport } from "./loopback-transport.js";
export { PortTakenError } from "./port-taken-error.js";
export { WallClock, type WallClockOptions } from "./wall-clock.js";
