/**
 * What happened, as plain data: every view of a run is made from these events and from nothing else.
 * Names follow OpenTelemetry where it has one (span, event, attribute).
 */
import type { Json, JsonObject } from "../json/json.js";
import type { Actor } from "../names/actor.js";
import type { Step } from "../names/step.js";
import type { HttpRequest, HttpResponse } from "../network/message.js";
import type { EpochMillis } from "../time/epoch.js";
import type { Subject } from "./subject.js";

interface EventBase {
  /** Position in the trace, from 0; also the event's id. */
  readonly seq: number;
  /** The span, or the exchange, in which this happened; `null` for a root. */
  readonly parent: number | null;
  /** The step of the flow, or `null` for what belongs to none. */
  readonly step: Step | null;
  /** Who acted. */
  readonly actor: Actor;
  /** When, on the run's clock, in milliseconds. */
  readonly at: EpochMillis;
  /** Whom or what it is about; absent when nothing is known of that. */
  readonly subject?: Subject;
}

/** A stretch of work by one actor; what it did are the events whose `parent` it is. */
export interface SpanEvent extends EventBase {
  readonly kind: "span";
  readonly name: string;
}

/** One HTTP request and its response. `actor` sent it, `to` answered. */
export interface ExchangeEvent extends EventBase {
  readonly kind: "exchange";
  /** The operation in the service's own words, for example `AssumeRoleWithWebIdentity`. */
  readonly name: string;
  readonly to: Actor;
  /** As it was sent; a sink may keep less of a long body. */
  request: HttpRequest;
  /** `null` while under way, and for ever when the call failed below HTTP. */
  response: HttpResponse | null;
  /** Why no response came: a failure of name resolution, connection, TLS or time. */
  failure: { readonly code: string; readonly message: string } | null;
  /** The certificate that the server showed; `null` without TLS. */
  tls: PeerSummary | null;
  /** The trace's length when the response arrived: events from `seq` to `endSeq` happened in between. */
  endSeq: number | null;
}

/** The part of a TLS handshake worth showing. */
export interface PeerSummary {
  readonly subject: string;
  readonly issuer: string;
  /** SHA-1 over the last certificate the server sent, as IAM's thumbprint is computed (sts-and-iam.md, section 4.2). */
  readonly thumbprint: string;
  /** As sent, the server's own first; at most ten. */
  readonly certificates: readonly CertificateSummary[];
}

/** What a certificate says, for people. */
export interface CertificateSummary {
  /** In the form `CN=kubernetes`. */
  readonly subject: string;
  readonly issuer: string;
  /** The names it is for (subjectAltName), that of the host that was asked first, at most six; empty for an authority. */
  readonly hosts: readonly string[];
  /** How many names it has. */
  readonly hostCount: number;
  /** RFC 3339, both included. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Algorithm and bits, such as `RSA 2048`. */
  readonly key: string;
  /** Lower-case hex. */
  readonly serialNumber: string;
  /** SHA-1 over its DER, 40 lower-case hex characters. */
  readonly thumbprint: string;
}

/** Where a compared value came from: a file and the place in it, or a claim of the token. */
export interface SourceReference {
  /** A file the user wrote, or a name such as `token`. */
  readonly file: string;
  /** A JSON pointer (RFC 6901) or the claim's name. */
  readonly pointer?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** One side of a comparison. */
export interface Finding {
  readonly value: string;
  readonly from?: SourceReference;
}

/** One thing that an actor checked, and how it came out. It explains; what the caller is told is in the exchange. */
export interface CheckEvent extends EventBase, CheckRecord {
  readonly kind: "check";
}

/** The content of a check. */
export interface CheckRecord {
  /** Stable id, `<actor>.<check>`, for example `sts.audience`. */
  readonly check: string;
  /** What was checked, for people: `audience is a client id of the provider`. */
  readonly title: string;
  readonly passed: boolean;
  readonly expected: Finding;
  readonly actual: Finding;
  /** Why it failed, from the actor's closed set of reasons, for example `condition-not-met`; absent when it passed. */
  readonly reason?: string;
  /** What else the check's own evaluation recorded, such as a policy decision statement by statement. */
  readonly details?: Json;
}

/** Something that now differs from before: a stored object, a file, a record. */
export interface ChangeEvent extends EventBase, ChangeRecord {
  readonly kind: "change";
}

/** The content of a change. */
export interface ChangeRecord {
  /** What changed, for example `Pod default/my-pod` or a file's path. */
  readonly what: string;
  /** `null` when it did not exist. */
  readonly before: Json;
  /** `null` when it no longer exists. */
  readonly after: Json;
}

/** A fact that is neither message, check nor change: a decision, a log line, a choice. */
export interface NoteEvent extends EventBase {
  readonly kind: "note";
  /** Stable name, `<actor>.<what>`, for example `sdk.provider`. */
  readonly name: string;
  readonly attributes: JsonObject;
}

/** Anything that stands in a trace. */
export type TraceEvent = SpanEvent | ExchangeEvent | CheckEvent | ChangeEvent | NoteEvent;
