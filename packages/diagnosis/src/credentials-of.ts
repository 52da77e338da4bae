import { bodyText, type ExchangeEvent, type JsonObject } from "@irsa-sim/core";
import type { FailureView } from "./failure-view.js";
import { formParameter, requestBehind, signingKey } from "./sent-request.js";

/** Where the credentials of a call came from. */
export interface CredentialsOrigin {
  /** As the SDKs' chains name it: `web-identity`, `imds`, `env`, `profile`. */
  readonly source: string;
  readonly accessKeyId?: string;
  /** The role that was assumed for them. */
  readonly roleArn?: string;
  readonly roleName?: string;
  /** The provider of the SDK's chain that had them. */
  readonly provider?: string;
}

/**
 * Whose credentials signed the call that failed: by the message that handed them out, and where no message did, by what the SDK noted.
 * `null` when nothing is known of them.
 */
export function credentialsOf(view: Pick<FailureView, "events" | "check">): CredentialsOrigin | null {
  const request = view.check === null ? null : requestBehind(view.events, view.check);
  const key = request === null ? null : signingKey(request);
  const noted = notedOrigin(view.events, key);
  if (key === null) return noted;
  const handedOut = view.events.findLast(
    (event): event is ExchangeEvent => event.kind === "exchange" && handsOut(event) && event.response?.status === 200 && bodyText(event.response).includes(key),
  );
  return handedOut === undefined ? noted : { ...(noted?.accessKeyId === key ? noted : {}), accessKeyId: key, ...originOf(handedOut) };
}

function handsOut({ name, to }: ExchangeEvent): boolean {
  return to === "sts" || to === "node" || name === "GetContainerCredentials";
}

function originOf(exchange: ExchangeEvent): Pick<CredentialsOrigin, "source" | "roleArn"> {
  if (exchange.to === "node") return { source: "imds" };
  if (exchange.to !== "sts") return { source: "container" };
  const roleArn = formParameter(exchange, "RoleArn") ?? undefined;
  return { source: exchange.name === "AssumeRoleWithWebIdentity" ? "web-identity" : "assume-role", ...(roleArn === undefined ? {} : { roleArn }) };
}

/** What the SDK says of the credentials that it found, and what is known of those that another replica of STS gave out. */
const TELL_ORIGIN = ["sdk.credentials", "sts.issued-elsewhere"];

/** What was noted of a key; the latest note when there is none of that key. */
function notedOrigin(events: FailureView["events"], key: string | null): CredentialsOrigin | null {
  const notes = events.flatMap((event) => (event.kind === "note" && TELL_ORIGIN.includes(event.name) ? [event.attributes] : []));
  return toOrigin(notes.findLast(({ accessKeyId }) => accessKeyId === key) ?? notes.at(-1) ?? null);
}

function toOrigin(attributes: JsonObject | null): CredentialsOrigin | null {
  return attributes === null ? null : { ...attributes, source: String(attributes.source) };
}
