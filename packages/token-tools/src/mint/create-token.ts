import { addMillis, type EpochMillis, type IssuerUrl, type JsonObject } from "@irsa-sim/core";
import { type MintAnswer, mintToken, WELL_KNOWN_KEYS } from "@irsa-sim/simulation";
import { type ClaimChange, changeClaim } from "./claim-change.js";
import type { Defect } from "./defect.js";

/** The token that is wanted. */
export interface TokenWish {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly audiences: readonly string[];
  readonly issuer: IssuerUrl;
  readonly expirationSeconds: number;
  readonly pod: string | null;
  /** Applied in order, after the defects' own. */
  readonly claims: readonly ClaimChange[];
  readonly defects: readonly Defect[];
  /** PKCS #8 PEM; `null` for the well-known one. */
  readonly key: string | null;
  readonly at: EpochMillis;
  readonly seed: string;
}

const NODE = "ip-10-0-1-23.eu-west-1.compute.internal";

/**
 * Has the tokens controller issue a token, with claims and defects of one's own.
 *
 * @throws {Error} for a key that Kubernetes does not sign with, or an issuer that kube-apiserver does not start with
 */
export async function createToken(wish: TokenWish): Promise<MintAnswer> {
  const { defects, claims, pod, namespace, serviceAccount, audiences, issuer, expirationSeconds, seed } = wish;
  const [wellKnown = "", other = ""] = WELL_KNOWN_KEYS.issuerSigningKeys;
  const publishedKey = wish.key ?? wellKnown;
  const offset = defects.reduce((sum, { clockOffset }) => sum + (clockOffset?.(expirationSeconds) ?? 0), 0);
  const minted = await mintToken({
    ...{ issuer, namespace, serviceAccount, audiences, expirationSeconds, seed },
    publishedKey,
    signingKey: defects.some(({ signedBy }) => signedBy === "another-key") ? other : publishedKey,
    namedKey: defects.findLast(({ namedKey }) => namedKey !== undefined)?.namedKey ?? "signing",
    isEks: /^oidc\.eks\./.test(new URL(issuer).hostname),
    pod: pod === null ? null : { name: pod, node: NODE },
    at: addMillis(wish.at, offset * 1000),
    change: (signed) =>
      claims.reduce(
        changeClaim,
        defects.reduce<JsonObject>((before, defect) => defect.claims?.(before) ?? before, signed),
      ),
  });
  if ("status" in minted) return minted;
  return { ...minted, token: defects.reduce(applyAfterSigning, minted.token) };
}

function applyAfterSigning(token: string, { afterSigning }: Defect): string {
  const [header = "", payload = "", signature = ""] = token.split(".");
  return afterSigning === undefined ? token : afterSigning({ header, payload, signature }).join(".");
}
