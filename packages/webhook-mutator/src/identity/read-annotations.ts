import type { WebhookSettings } from "../settings.js";
import { parseBoolean } from "../values/parse-boolean.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";
import { raisedToMinimum } from "../values/raised-to-minimum.js";
import { composeRoleArn } from "./compose-role-arn.js";
import type { IdentityEntry } from "./identity-entry.js";
import type { OwnPlace } from "./own-place.js";

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
