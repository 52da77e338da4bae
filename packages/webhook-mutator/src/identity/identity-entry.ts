import type { WebhookSettings } from "../settings.js";
import { parseBoolean } from "../values/parse-boolean.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";
import { composeRoleArn } from "./compose-role-arn.js";

/** What a cache holds of a service account, defaults of the flags filled in. */
export interface IdentityEntry {
  /** Empty for none. */
  readonly roleArn: string;
  /** May be empty. */
  readonly audience: string;
  readonly stsRegionalEndpoint: boolean;
  readonly tokenExpirationSeconds: bigint;
}

/** Where the webhook itself runs, as its node's instance metadata says. */
export interface OwnPlace {
  readonly account: string;
  readonly region: string;
}

/**
 * Reads a service account's annotations; what is absent or does not parse comes from the flags.
 *
 * @see webhook.md, sections 3.2, 4.3 and 5
 */
export function readAnnotations(annotations: Readonly<Record<string, string>>, settings: WebhookSettings, place: OwnPlace): IdentityEntry {
  const annotation = (name: string): string | undefined => annotations[`${settings.annotationPrefix}/${name}`];
  const role = annotation("role-arn");
  return {
    roleArn: role !== undefined && settings.composeRoleArn ? composeRoleArn(role, place) : (role ?? ""),
    audience: annotation("audience") ?? settings.tokenAudience,
    stsRegionalEndpoint: parseBoolean(annotation("sts-regional-endpoints") ?? "") ?? settings.stsRegionalEndpoint,
    tokenExpirationSeconds: parseTokenExpiration(annotation("token-expiration") ?? "") ?? raisedToMinimum(settings.tokenExpirationSeconds),
  };
}

/** The flag has the annotations' minimum. */
export function raisedToMinimum(seconds: bigint): bigint {
  return parseTokenExpiration(String(seconds)) ?? seconds;
}
