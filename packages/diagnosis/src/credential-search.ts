/** What the SDK noted when it last looked for credentials. */
import type { Json, JsonObject, NoteEvent, TraceEvent } from "@irsa-sim/core";
import { lastNote } from "./cause.js";

/** A provider that had all it asks for and failed. */
export interface ProviderFailure {
  readonly code: string;
  /** The SDK's or the service's own words. */
  readonly reason: string;
}

/** The last note of a name that belongs to the last search; `null` when that has none. */
export function noteOfSearch(events: readonly TraceEvent[], name: string): NoteEvent | null {
  const note = lastNote(events, name);
  return note === null || note.seq < (lastNote(events, "sdk.refresh")?.seq ?? 0) ? null : note;
}

/** How web identity failed in the last search, or was passed over although both its variables are set, whoever came after it; `null` when it won or had nothing to go by. */
export function webIdentityFailure(events: readonly TraceEvent[]): ProviderFailure | null {
  const searchedAt = lastNote(events, "sdk.refresh")?.seq ?? 0;
  const attempt = events.findLast(
    (event): event is NoteEvent => event.kind === "note" && event.name === "sdk.provider" && event.attributes.kind === "web-identity" && event.seq > searchedAt,
  );
  if (attempt === undefined || (attempt.attributes.verdict !== "error" && !isPassedOver(attempt))) return null;
  return { code: String(attempt.attributes.code ?? "PassedOver"), reason: String(attempt.attributes.reason) };
}

function isPassedOver({ attributes }: NoteEvent): boolean {
  return attributes.verdict === "skip" && hasBothVariables(attributes.inputs);
}

/** Whether the last call of the run on a resource went well, as whoever the SDK's last search found. */
export function lastCallSucceeded(events: readonly TraceEvent[]): boolean {
  return lastNote(events, "sdk.call")?.attributes.ok === true;
}

/** The names of the providers in a list that the SDK noted, or of those of one kind. */
export function namesOf(providers: Json | undefined, kind?: string): readonly string[] {
  const list = Array.isArray(providers) ? (providers as readonly JsonObject[]) : [];
  return list.filter((provider) => kind === undefined || provider.kind === kind).map(({ provider }) => String(provider));
}

/** The kinds of providers in a list that the SDK noted. */
export function kindsOf(providers: Json | undefined): readonly string[] {
  return Array.isArray(providers) ? providers.map((provider) => String((provider as JsonObject).kind)) : [];
}

/** Whether both variables of IRSA are among those that are set. */
export function hasBothVariables(set: Json | undefined): boolean {
  return Array.isArray(set) && ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"].every((name) => set.includes(name));
}
