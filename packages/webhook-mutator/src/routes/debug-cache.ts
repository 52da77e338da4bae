import type { HttpResponse } from "@irsa-sim/core";
import type { ServiceAccountCache } from "../caches/service-account-cache.js";
import { answerText } from "./answer.js";

/**
 * The service accounts' cache as JSON, indented by one blank, keys sorted.
 *
 * @see webhook.md, section 12
 */
export function answerDebugCache(cache: ServiceAccountCache): HttpResponse {
  const entries = cache.entries().map(([key, { roleArn, audience, stsRegionalEndpoint, tokenExpirationSeconds }]) => [
    key,
    // A lifetime may be beyond what a number holds; nobody reads it back.
    { RoleARN: roleArn, Audience: audience, UseRegionalSTS: stsRegionalEndpoint, TokenExpiration: Number(tokenExpirationSeconds) },
  ]);
  return answerText(200, JSON.stringify(Object.fromEntries(entries), null, 1));
}
