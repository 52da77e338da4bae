/** A webhook that knows the service account `default/app`, asked as the API server asks it. */
import { bodyText, createTrace, epochMillis, type HttpRequest, type HttpResponse, type NoteEvent, type Trace, VirtualClock } from "@irsa-sim/core";
import { createWebhook, type Webhook } from "./create-webhook.js";
import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "./settings.js";

export const ROLE_ARN = "arn:aws:iam::111122223333:role/app";

/** What a test asks with. */
export interface Question {
  readonly body: string;
  readonly settings?: Partial<WebhookSettings>;
  /** Tells the webhook more before it is asked. */
  readonly prepare?: (webhook: Webhook, trace: Trace) => void;
  /** What the API server would say of a service account that the webhook does not know. */
  readonly fetched?: Readonly<Record<string, string>> | null;
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
  prepare = () => {},
  fetched = null,
}: Question): Promise<{ readonly response: HttpResponse; readonly trace: Trace }> {
  const prefixed = Object.fromEntries(Object.entries(annotations).map(([name, value]) => [`eks.amazonaws.com/${name}`, value]));
  const clock = new VirtualClock(epochMillis(0));
  const webhook = createWebhook({
    settings: { ...DEFAULT_WEBHOOK_SETTINGS, ...settings },
    place: { account: "111122223333", region: "eu-west-1" },
    fetchServiceAccount: async () => fetched,
    clock,
    random: { integer: (min) => min },
  });
  webhook.serviceAccounts.set("default", "app", prefixed);
  const trace = createTrace(clock);
  prepare(webhook, trace);
  const url = "https://pod-identity-webhook.default.svc/mutate?timeout=10s";
  const whole = { method: "POST", url, headers: { "content-type": "application/json" }, body, ...request };
  const response = await clock.run(() => webhook.handler(whole, trace.root));
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
