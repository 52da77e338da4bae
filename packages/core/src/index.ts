/** What every actor needs and none owns: clock, random, trace, network, TLS, virtual files, errors, names. */
export { SimulatorError } from "./errors/simulator-error.js";
export {
  createFilesView,
  createInMemoryFiles,
  FileError,
  type FileErrorCode,
  type FileMount,
  type FileStatus,
  type Files,
  type FileUser,
} from "./files/index.js";
export { goJson, goString } from "./json/go-json.js";
export type { Json, JsonObject } from "./json/json.js";
export type { Actor } from "./names/actor.js";
export type { AccountId, Arn, Brand, IssuerUrl } from "./names/brand.js";
export { nearestNames } from "./names/nearest-names.js";
export { dnsSuffixOf, type Partition, partitionOf } from "./names/partition.js";
export { STEPS, type Step } from "./names/step.js";
export {
  bodyBytes,
  bodyText,
  type CarryOptions,
  createHostDirectory,
  createInMemoryTransport,
  createNetwork,
  type Handler,
  type HostDirectory,
  type HostRegistration,
  type HttpHeaders,
  type HttpRequest,
  type HttpResponse,
  type Network,
  NetworkError,
  type NetworkErrorCode,
  nobodyThere,
  type SendOptions,
  type Transport,
} from "./network/index.js";
export { extend } from "./objects/extend.js";
export { createRandom, type Random } from "./random/random.js";
export {
  addMillis,
  backOffMs,
  type Clock,
  type ClockTask,
  type ClockTimer,
  type DrivenClock,
  type EpochMillis,
  type EpochSeconds,
  epochMillis,
  epochSeconds,
  fromEpochSeconds,
  type Latch,
  toEpochSeconds,
  toRfc3339,
  VirtualClock,
} from "./time/index.js";
export {
  type CertificateAuthority,
  type CertificateRequest,
  type ChainProblem,
  certificateThumbprint,
  generateRsaKey,
  issueCertificate,
  type ServerCertificate,
  summarizePeer,
  type TlsPeer,
  type TlsPolicy,
  trustAnchors,
  type Validity,
  verifyCertificateChain,
} from "./tls/index.js";
export {
  type AppReport,
  type ChangeEvent,
  type ChangeRecord,
  type CheckEvent,
  type CheckRecord,
  createEndsSink,
  createTrace,
  type Deviation,
  type EventPattern,
  type EvidenceResult,
  type ExchangeEvent,
  type ExpectationResult,
  type Failure,
  type Finding,
  findEvent,
  fitsEvent,
  isAbout,
  isInside,
  type LocateSource,
  type NoteEvent,
  type OpenExchange,
  type PeerSummary,
  type RunReport,
  type ScenarioResult,
  type SourceReference,
  type Span,
  type SpanEvent,
  type StepOutcome,
  type StepReport,
  type Subject,
  type TestReport,
  type Trace,
  type TraceEvent,
  type Warning,
} from "./trace/index.js";
