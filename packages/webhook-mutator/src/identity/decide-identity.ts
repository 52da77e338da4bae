/** Whose identity a pod gets, or why none (webhook.md, sections 3.5 and 4). */
import type { WebhookSettings } from "../settings.js";
import { parseBoolean } from "../values/parse-boolean.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";

/** What the webhook knows of a service account. */
export interface ServiceAccount {
  readonly annotations: Readonly<Record<string, string>>;
}

/** The identity that a pod gets, or the reason for leaving it alone. */
export type IdentityDecision =
  | {
      readonly outcome: "mutate";
      readonly roleArn: string;
      readonly audience: string;
      readonly stsRegionalEndpoint: boolean;
      readonly tokenExpirationSeconds: bigint;
    }
  | { readonly outcome: "leave-alone"; readonly reason: "service-account-unknown" | "no-role-annotation" };

/** Decides from the service account's annotations and the flags; the pod's own lifetime annotation comes later. */
export function decideIdentity(serviceAccount: ServiceAccount | null, settings: WebhookSettings): IdentityDecision {
  if (serviceAccount === null) return { outcome: "leave-alone", reason: "service-account-unknown" };
  const annotation = (name: string): string | undefined => serviceAccount.annotations[`${settings.annotationPrefix}/${name}`];
  const roleArn = annotation("role-arn") ?? "";
  if (roleArn === "") return { outcome: "leave-alone", reason: "no-role-annotation" };
  return {
    outcome: "mutate",
    roleArn,
    audience: annotation("audience") ?? settings.tokenAudience,
    stsRegionalEndpoint: parseBoolean(annotation("sts-regional-endpoints") ?? "") ?? settings.stsRegionalEndpoint,
    tokenExpirationSeconds: parseTokenExpiration(annotation("token-expiration") ?? "") ?? settings.tokenExpirationSeconds,
  };
}
