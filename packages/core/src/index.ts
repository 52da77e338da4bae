/** What every actor needs and none owns: clock, random, trace, network, TLS, virtual files, errors, names. */
export { SimulatorError } from "./errors/simulator-error.js";
export { FileError, type FileErrorCode } from "./files/file-error.js";
export type { FileStatus, Files, FileUser } from "./files/files.js";
export { createFilesView, type FileMount } from "./files/files-view.js";
export { createInMemoryFiles } from "./files/in-memory-files.js";
export type { Json, JsonObject } from "./json/json.js";
export type { Actor } from "./names/actor.js";
export type { AccountId, Arn, Brand, IssuerUrl } from "./names/brand.js";
export { dnsSuffixOf, type Partition, partitionOf } from "./names/partition.js";
export { STEPS, type Step } from "./names/step.js";
export { createHostDirectory } from "./network/host-directory.js";
export { createInMemoryTransport } from "./network/in-memory-transport.js";
export { bodyBytes, bodyText, type Handler, type HttpHeaders, type HttpRequest, type HttpResponse } from "./network/message.js";
export { createNetwork, type HostDirectory, type HostRegistration, type Network, type SendOptions, type Transport } from "./network/network.js";
export { NetworkError, type NetworkErrorCode } from "./network/network-error.js";
export { nobodyThere } from "./network/nobody-there.js";
export { createRandom, type Random } from "./random/random.js";
export type { Clock, ClockTask, ClockTimer } from "./time/clock.js";
export { addMillis, type EpochMillis, type EpochSeconds, epochMillis, epochSeconds, fromEpochSeconds, toEpochSeconds, toRfc3339 } from "./time/epoch.js";
export { VirtualClock } from "./time/virtual-clock.js";
export { generateRsaKey } from "./tls/generate-rsa-key.js";
export { type CertificateAuthority, type CertificateRequest, issueCertificate, type Validity } from "./tls/issue-certificate.js";
export { certificateThumbprint } from "./tls/parse-certificate.js";
export { summarizePeer } from "./tls/summarize-peer.js";
export type { ServerCertificate, TlsPeer, TlsPolicy } from "./tls/tls-policy.js";
export { trustAnchors } from "./tls/trust-anchors.js";
export { type ChainProblem, verifyCertificateChain } from "./tls/verify-certificate-chain.js";
export { createTrace, type LocateSource } from "./trace/create-trace.js";
export { isInside } from "./trace/is-inside.js";
export type { EvidenceResult, ExpectationResult, Failure, RunReport, StepOutcome, StepReport, Warning } from "./trace/run-report.js";
export type { OpenExchange, Span, Trace } from "./trace/span.js";
export type { Deviation, ScenarioResult, TestReport } from "./trace/test-report.js";
export type {
  ChangeEvent,
  ChangeRecord,
  CheckEvent,
  CheckRecord,
  ExchangeEvent,
  Finding,
  NoteEvent,
  PeerSummary,
  SourceReference,
  SpanEvent,
  TraceEvent,
} from "./trace/trace-event.js";
