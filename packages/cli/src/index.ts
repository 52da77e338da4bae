/** The library: a simulated cluster with its AWS accounts, in the hands of a test. */
export type { Failure, JsonObject, SourceReference, TraceEvent } from "@irsa-sim/core";
export type { ClientCall } from "./exec/calls/client-call.js";
export type { CallOutcome } from "./library/call-outcome.js";
export { createSimulation, type SimulationOptions } from "./library/create-simulation.js";
export { OptionsError } from "./library/errors/options-error.js";
export { PodError } from "./library/errors/pod-error.js";
export { RefusedError } from "./library/errors/refused-error.js";
export { UnexpectedPrincipalError } from "./library/errors/unexpected-principal-error.js";
export type { Fault } from "./library/fault.js";
export type { IamChange } from "./library/iam-change.js";
export type { SdkRequestHandler } from "./library/sdk/sdk-request-handler.js";
export type { AppSettings, SimulatedPod } from "./library/simulated-pod.js";
export type { CountedCall, InjectedFault, Simulation, SimulationClock, SimulationTrace } from "./library/simulation.js";
