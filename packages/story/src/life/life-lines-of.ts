import { addMillis, type EpochMillis, epochMillis, type JsonObject, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import { exchangeAround } from "../events/exchange-around.js";
import type { Story } from "../story.js";
import type { LifeLine } from "./life-line.js";

const DAY_MS = 86_400_000;
/** The kubelet replaces a token that is older than this part of its life, or than a day. */
const REFRESH_AT = 0.8;

/** The lives of the tokens and credentials of a story, in the order in which they began: the tokens for AWS, and what the app's SDK held. */
export function lifeLinesOf(story: Story): readonly LifeLine[] {
  const { events } = story;
  const notes = events.filter((event): event is NoteEvent => event.kind === "note");
  const tokens = notes
    .filter((note) => note.name === "tokens-controller.signed" && exchangeAround(note, events)?.step !== null)
    .map((note) => tokenLine(note, events));
  const credentials = firstTold(notes.filter(({ name }) => name === "sdk.credentials")).map((note) => credentialsLine(note, events));
  return [...withReplacement(tokens), ...withReplacement(credentials)].sort((a, b) => a.seq - b.seq);
}

function tokenLine({ attributes, seq }: NoteEvent, events: readonly TraceEvent[]): LifeLine {
  const { kid, claims } = attributes as { readonly kid: string; readonly claims: JsonObject };
  const [issuedAt, expiresAt] = [epochMillis(Number(claims.iat) * 1000), epochMillis(Number(claims.exp) * 1000)];
  const { aud } = claims;
  const refreshDueAt = addMillis(issuedAt, Math.min((expiresAt - issuedAt) * REFRESH_AT, DAY_MS));
  return {
    ...{ kind: "token", id: String(claims.jti), of: Array.isArray(aud) ? aud.join(", ") : String(aud), issuedAt, refreshDueAt, expiresAt },
    ...{ replacedAt: null, revoked: revocation({ claims, kid, seq, expiresAt }, events), seq },
  };
}

interface IssuedToken {
  readonly claims: JsonObject;
  readonly kid: string;
  readonly seq: number;
  readonly expiresAt: EpochMillis;
}

/** A token dies with the pod that it is bound to, and for AWS when its key is published no longer; what happens after its end does not count. */
function revocation({ claims, kid, seq, expiresAt }: IssuedToken, events: readonly TraceEvent[]): LifeLine["revoked"] {
  const bound = (claims["kubernetes.io"] ?? {}) as { readonly pod?: { readonly uid?: string } };
  for (const event of events) {
    if (event.seq <= seq || event.at >= expiresAt) continue;
    if (isDeletion(event, bound.pod?.uid)) return { at: event.at, why: "pod-deleted" };
    if (event.kind === "note" && event.name === "oidc-issuer.key-rotated" && event.attributes.from === kid && event.attributes.keepOld === false)
      return { at: event.at, why: "key-withdrawn" };
  }
  return null;
}

function isDeletion(event: TraceEvent, uid: string | undefined): boolean {
  if (event.kind !== "change" || event.after !== null || !event.what.startsWith("Pod ")) return false;
  const { metadata } = (event.before ?? {}) as { readonly metadata?: { readonly uid?: string } };
  return uid !== undefined && metadata?.uid === uid;
}

function credentialsLine({ attributes, at, seq }: NoteEvent, events: readonly TraceEvent[]): LifeLine {
  const { accessKeyId = "", roleArn, roleName, provider = "", expiration } = attributes as Readonly<Record<string, string | undefined>>;
  return {
    ...{ kind: "credentials", id: accessKeyId, of: roleArn ?? roleName ?? provider, issuedAt: issuedAt(accessKeyId, events) ?? at, refreshDueAt: null },
    ...{ expiresAt: expiration === undefined ? null : epochMillis(Date.parse(expiration)), replacedAt: null, revoked: null, seq },
  };
}

/** STS's own record of the session, where it made them. */
function issuedAt(accessKeyId: string, events: readonly TraceEvent[]): EpochMillis | null {
  const session = events.find((event) => event.kind === "change" && (event.after as { readonly accessKeyId?: string } | null)?.accessKeyId === accessKeyId);
  return session?.at ?? null;
}

/** An SDK may tell of the credentials that it holds at each call. */
function firstTold(notes: readonly NoteEvent[]): readonly NoteEvent[] {
  const first = new Map<unknown, NoteEvent>();
  for (const note of notes) if (!first.has(note.attributes.accessKeyId)) first.set(note.attributes.accessKeyId, note);
  return [...first.values()];
}

function withReplacement(lines: readonly LifeLine[]): readonly LifeLine[] {
  return lines.map((line, index) => ({ ...line, replacedAt: lines.slice(index + 1).find((next) => next.of === line.of)?.issuedAt ?? null }));
}
