/**
 * Whose identity a pod gets, or why none, as a pure rule.
 * Leaves out: container credentials, the ConfigMap and the grace period, which come before and after the one source looked at here.
 * @see webhook.md, sections 3.5, 4 and 5.4
 */
import type { WebhookSettings } from "../settings.js";
import { parseBoolean } from "../values/parse-boolean.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";

/** What the webhook knows of a service account. */
export interface ServiceAccount {
  readonly annotations: Readonly<Record<string, string>>;
}

/** A role to be assumed with a token, and how the token is to be. */
export interface WebIdentity {
  readonly outcome: "mutate";
  readonly reason: "role-annotation";
  /** As annotated, malformed or not. */
  readonly roleArn: string;
  /** May be empty. */
  readonly audience: string;
  readonly stsRegionalEndpoint: boolean;
  /** The pod's own annotation overrides it. */
  readonly tokenExpirationSeconds: bigint;
}

/** The identity that a pod gets, or the reason for leaving it alone. */
export type IdentityDecision = WebIdentity | { readonly outcome: "leave-alone"; readonly reason: "service-account-unknown" | "no-role-annotation" };

/** Decides from the service account's annotations and the flags. */
export function decideIdentity(serviceAccount: ServiceAccount | null, settings: WebhookSettings): IdentityDecision {
  if (serviceAccount === null) return { outcome: "leave-alone", reason: "service-account-unknown" };
  const annotation = (name: string): string | undefined => serviceAccount.annotations[`${settings.annotationPrefix}/${name}`];
  const roleArn = annotation("role-arn") ?? "";
  if (roleArn === "") return { outcome: "leave-alone", reason: "no-role-annotation" };
  return {
    outcome: "mutate",
    reason: "role-annotation",
    roleArn,
    audience: annotation("audience") ?? settings.tokenAudience,
    stsRegionalEndpoint: parseBoolean(annotation("sts-regional-endpoints") ?? "") ?? settings.stsRegionalEndpoint,
    tokenExpirationSeconds: parseTokenExpiration(annotation("token-expiration") ?? "") ?? raisedToMinimum(settings.tokenExpirationSeconds),
  };
}

/** The flag has the annotations' minimum. */
function raisedToMinimum(seconds: bigint): bigint {
  return parseTokenExpiration(String(seconds)) ?? seconds;
}
