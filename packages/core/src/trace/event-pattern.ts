import type { JsonObject } from "../json/json.js";
import type { Actor } from "../names/actor.js";
import type { Step } from "../names/step.js";

/**
 * Which events count as evidence, as data: what a step asks of the whole run can be asked of one pod's part of it too.
 * An exchange of this name that came back with this status, or was only sent; an answer below 300 to whatever the actor asked in this step; a check that passed, or one of several; a note with these attributes among others; a change in this
 * step at the hand of this actor.
 */
export type EventPattern =
  | { readonly kind: "exchange"; readonly name: string; readonly status?: number }
  | { readonly kind: "answered"; readonly step: Step; readonly actor: Actor }
  | { readonly kind: "check"; readonly check: string | readonly string[] }
  | { readonly kind: "note"; readonly name: string; readonly attributes?: JsonObject }
  | { readonly kind: "change"; readonly step: Step; readonly actor: Actor };
