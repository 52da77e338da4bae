/** A webhook that knows the service account `default/app`, asked as the API server asks it. */
import { bodyText, createTrace, epochMillis, type HttpRequest, type HttpResponse, type NoteEvent, type Trace, VirtualClock } from "@irsa-sim/core";
import { createWebhook } from "./create-webhook.js";
import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "./settings.js";

export const ROLE_ARN = "arn:aws:iam::111122223333:role/app";

/** What a test asks with. */
export interface Question {
  readonly body: string;
  readonly settings?: Partial<WebhookSettings>;
  /** Of `default/app`, after the default prefix. */
  readonly annotations?: Readonly<Record<string, string>>;
  readonly request?: Partial<HttpRequest>;
}

/** Asks a new webhook. */
export async function ask({
  body,
  settings = {},
  annotations = { "role-arn": ROLE_ARN },
  request = {},
}: Question): Promise<{ readonly response: HttpResponse; readonly trace: Trace }> {
  const prefixed = Object.fromEntries(Object.entries(annotations).map(([name, value]) => [`eks.amazonaws.com/${name}`, value]));
  const webhook = createWebhook({
    settings: { ...DEFAULT_WEBHOOK_SETTINGS, ...settings },
    serviceAccounts: { read: (namespace, name) => (namespace === "default" && name === "app" ? { annotations: prefixed } : null) },
  });
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  const url = "https://pod-identity-webhook.default.svc/mutate?timeout=10s";
  const response = await webhook({ method: "POST", url, headers: { "content-type": "application/json" }, body, ...request }, trace.root);
  return { response, trace };
}

/** A review of the creation of `object` in the namespace `default`. */
export function reviewOf(object: object): string {
  return JSON.stringify({
    kind: "AdmissionReview",
    apiVersion: "admission.k8s.io/v1",
    request: { uid: "7f1c", namespace: "default", operation: "CREATE", object },
  });
}

/** The patch's text in an answer; `null` without one. */
export function patchIn(response: HttpResponse): string | null {
  const { patch } = (JSON.parse(bodyText(response)) as { readonly response: { readonly patch?: string } }).response;
  return patch === undefined ? null : new TextDecoder().decode(Uint8Array.from(atob(patch), (character) => character.charCodeAt(0)));
}

/** The attributes of the trace's notes of that name. */
export function notes(trace: Trace, name: string): readonly NoteEvent[] {
  return trace.events.filter((event): event is NoteEvent => event.kind === "note" && event.name === name);
}
