import { type EpochSeconds, epochSeconds, type JsonObject } from "@irsa-sim/core";
import { STS_GRACE_SECONDS } from "@irsa-sim/simulation";
import { duration } from "@irsa-sim/trace-views";
import { isTime, timeInWords } from "../in-words.js";
import type { TokenWarning, WarningContext } from "./token-warning.js";

/** The kubelet asks for a new token after this part of its life, and after a day at the latest (kubernetes-tokens.md, section 5). */
const REFRESH_AT = 0.8;
const REFRESH_AFTER_SECONDS = 86_400;

/** Expired, about to expire, older than the kubelet lets one become, not yet valid, or longer-lived than it looks. */
export function timeWarnings({ claims, now }: WarningContext): readonly TokenWarning[] {
  const { exp, iat, nbf } = claims;
  const warnafter = memberOf(claims, "warnafter");
  const future = [iat, nbf].find((value) => isTime(value) && value > now);
  return [
    ...(isTime(exp)
      ? endWarnings(exp, {
          iat: isTime(iat) ? iat : null,
          warnafter: isTime(warnafter) ? warnafter : null,
          now,
          isOfCluster: claims["kubernetes.io"] !== undefined,
        })
      : []),
    ...(isTime(future)
      ? [{ id: "future", says: `it counts only ${timeInWords(future, now)}: a clock differs, that of the API server or that of this machine` }]
      : []),
    ...(isTime(warnafter)
      ? [
          {
            id: "extended",
            says: `its exp is an extension for old clients: it was asked for until ${timeInWords(warnafter, now)}, and the kubelet replaces it before`,
          },
        ]
      : []),
  ];
}

interface Life {
  readonly iat: EpochSeconds | null;
  readonly warnafter: EpochSeconds | null;
  readonly now: EpochSeconds;
  /** Whether a kubelet replaces it. */
  readonly isOfCluster: boolean;
}

function endWarnings(exp: EpochSeconds, { iat, warnafter, now, isOfCluster }: Life): readonly TokenWarning[] {
  if (now >= exp + STS_GRACE_SECONDS) {
    const again = isOfCluster ? "read the file again, the kubelet writes a new one in time" : "ask its issuer for a new one";
    return [{ id: "expired", says: `it has expired ${duration(now - exp)} ago: ${again}` }];
  }
  if (now >= exp)
    return [{ id: "expired", says: `it has expired ${duration(now - exp)} ago; STS still takes it for ${duration(exp + STS_GRACE_SECONDS - now)}` }];
  if (iat === null || iat >= exp || !isOfCluster) return [];
  const end = warnafter ?? exp;
  const refreshFrom = epochSeconds(Math.min(iat + REFRESH_AT * (end - iat), iat + REFRESH_AFTER_SECONDS));
  if (now < refreshFrom) return [];
  const age = `it is ${duration(now - iat)} old and ends ${timeInWords(exp, now)}`;
  return [{ id: "stale", says: `${age}: the kubelet replaces a token from ${duration(refreshFrom - iat)} on, so this may be an old copy` }];
}

function memberOf(claims: JsonObject, name: string) {
  const kubernetes = claims["kubernetes.io"];
  return typeof kubernetes === "object" && kubernetes !== null && !Array.isArray(kubernetes) ? (kubernetes as JsonObject)[name] : undefined;
}
