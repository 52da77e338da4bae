import { type ChangeEvent, type EpochMillis, epochMillis, fromEpochSeconds, type Json, type JsonObject, type NoteEvent, type TraceEvent } from "@irsa-sim/core";
import { exchangeAround } from "../events/exchange-around.js";
import type { Story } from "../story.js";
import type { Known, KnownCredentials, KnownObject } from "./known.js";
import { writeVolumes } from "./write-volumes.js";

/** What is known before the first event. */
export const NOTHING_KNOWN: Known = {
  ...{ seq: -1, at: epochMillis(0), environment: {}, volumes: [], token: null, credentials: null, objects: [] },
};

/** What is known after an event, from what was known before it: the same object when the event tells nothing new. */
export function learn(known: Known, event: TraceEvent, { subject, events }: Pick<Story, "subject" | "events">): Known {
  const { seq, at } = event;
  if (event.kind === "change") return { ...known, seq, at, ...learnChange(known, event, subject) };
  if (event.kind !== "note") return known;
  if (event.name === "tokens-controller.signed" && isForWebIdentity(event, events)) return { ...known, seq, at, token: readToken(event) };
  return event.name === "sdk.credentials" ? { ...known, seq, at, credentials: readCredentials(event) } : known;
}

/** The pod's token for the API server is asked for in no step. */
function isForWebIdentity(event: NoteEvent, events: readonly TraceEvent[]): boolean {
  return exchangeAround(event, events)?.step !== null;
}

function learnChange(known: Known, event: ChangeEvent, subject: Story["subject"]): Partial<Known> {
  if (event.what.startsWith("/")) return { volumes: writeVolumes(known.volumes, event) };
  const objects = writeObject(known.objects, event);
  const isPod = subject.pod !== undefined && event.what === `Pod ${subject.pod}`;
  if (!isPod) return { objects };
  const container = event.after === null ? null : findContainer(event.after, subject.container);
  if (event.after === null) return { objects, environment: {}, volumes: [], token: null, credentials: null };
  return { objects, environment: container === null ? {} : environmentOf(container) };
}

/** A change may tell only the members that differ, as that of a role's trust policy does. */
function writeObject(objects: readonly KnownObject[], { what, before, after, at, seq }: ChangeEvent): readonly KnownObject[] {
  const index = objects.findIndex((object) => object.what === what);
  const old = objects[index];
  if (after === null) return objects.filter((object) => object.what !== what);
  if (old === undefined) return [...objects, { what, value: after, createdAt: at, changedAt: at, seq }];
  const value = isPartOf(before, old.value) ? { ...(old.value as JsonObject), ...(after as JsonObject) } : after;
  return objects.with(index, { ...old, value, changedAt: at, seq });
}

function isPartOf(part: Json, whole: Json): boolean {
  if (!isObject(part) || !isObject(whole)) return false;
  const names = Object.keys(part);
  return names.length < Object.keys(whole).length && names.every((name) => name in whole);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface PodLike {
  readonly spec?: { readonly containers?: readonly ContainerLike[]; readonly initContainers?: readonly ContainerLike[] };
}

interface ContainerLike {
  readonly name: string;
  readonly env?: readonly { readonly name: string; readonly value?: string }[];
}

/** The pod's container of that name, its first when none is named. */
function findContainer(pod: Json, name: string | undefined): ContainerLike | null {
  const { containers = [], initContainers = [] } = (pod as PodLike).spec ?? {};
  return (name === undefined ? containers[0] : [...containers, ...initContainers].find((container) => container.name === name)) ?? null;
}

/** Values that come from elsewhere in the cluster are not known here. */
function environmentOf({ env = [] }: ContainerLike): Readonly<Record<string, string>> {
  return Object.fromEntries(env.map(({ name, value = "" }) => [name, value]));
}

function readToken({ attributes, seq }: NoteEvent): Known["token"] {
  const { kid, claims } = attributes as { readonly kid: string; readonly claims: JsonObject };
  const [issuedAt, expiresAt] = [fromSeconds(claims.iat), fromSeconds(claims.exp)];
  return { claims, kid, issuedAt, expiresAt, lifetimeUsed: 0, seq };
}

function fromSeconds(value: Json | undefined): EpochMillis {
  return fromEpochSeconds(Number(value) as Parameters<typeof fromEpochSeconds>[0]);
}

function readCredentials({ attributes, seq }: NoteEvent): KnownCredentials {
  const { accessKeyId, provider, source, roleArn, roleName, expiration } = attributes as Readonly<Record<string, string | undefined>>;
  return {
    ...{ accessKeyId: accessKeyId ?? "", provider: provider ?? "", source: source ?? "", role: roleArn ?? roleName ?? null },
    ...{ expiresAt: expiration === undefined ? null : epochMillis(Date.parse(expiration)), seq },
  };
}
