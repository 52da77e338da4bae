/** What only Node has: real sockets and real TLS on 127.0.0.1 under the network, and time that passes. */

export { exitCodeOfSignal } from "./child/exit-code-of.js";
export { type CommandOutcome, runCommand } from "./child/run-command.js";
export { type ConnectionLimits, DEFAULT_LIMITS, serverLimits } from "./connections/connection-limits.js";
export type { CutOff } from "./connections/cut-off.js";
export { guardConnections } from "./connections/guard-connections.js";
export { encodeJavaKeyStore } from "./disk/encode-java-key-store.js";
export { mirrorTree } from "./disk/mirror-tree.js";
export { decideClientEnvironment, ESCAPES, OUTSIDE_TRAPS } from "./environment/decide-client-environment.js";
export type { SocketAnswer, SocketHandler } from "./host-app.js";
export { type HostTimers, hostTimers } from "./host-timers.js";
export { type Listener, type ListenerOptions, startListener } from "./listener.js";
export { type LoopbackOptions, type LoopbackTransport, startLoopbackTransport } from "./loopback-transport.js";
export { findIsolationProblem } from "./namespace/find-isolation-problem.js";
export { hostsFile, nameServiceSwitch } from "./namespace/hosts-file.js";
export type { Bind } from "./namespace/namespace-plan.js";
export { PortTakenError } from "./port-taken-error.js";
export { secretBytes } from "./secret-bytes.js";
export { WallClock, type WallClockOptions } from "./wall-clock.js";
